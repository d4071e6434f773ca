import { secretsOf } from '../schema/settings-secrets'
import { walkOf } from '../schema/walk'
import { catalogue } from './keys'
import { suggestionFor } from './suggestions'

export const { secretsOfSettings } = secretsOf(walkOf(catalogue), suggestionFor, catalogue)
