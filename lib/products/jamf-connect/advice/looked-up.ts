import { secretsOf } from '../../../schema/settings-secrets'
import { suggestionsOf } from '../../../schema/suggestion'
import { walkOf } from '../../../schema/walk'
import { catalogue } from '../keys'
import { linked } from '../links/linked'

/** The key that somebody meant by an entry that is none. */
export const suggestionFor = suggestionsOf(catalogue, linked)

const walk = walkOf(catalogue)

export const { configuredKeys, strayKeys } = walk

/** The credentials that no manifest calls one. */
export const { unnamedSecretsOf } = secretsOf(walk, suggestionFor, catalogue)
