import { secretsOf } from '../schema/settings-secrets'
import { catalogue } from './keys'
import { suggestionFor } from './suggestions'
import { walk } from './walk'

export const { secretsOfSettings } = secretsOf(walk, suggestionFor, catalogue)
