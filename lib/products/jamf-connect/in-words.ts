import type { Condition } from '../../schema/condition-type'
import * as condition from '../../schema/condition-words'
import { facts } from './facts'
import type { ProviderId } from './providers/provider-rows'

/** The condition as part of a sentence: "when the identity provider is PingFederate or Custom"; "always". */
export const inWords = (asked: Condition): string => condition.inWords(asked, facts.providers)

/** The name of a provider in a sentence. */
export const providerInWords = (id: ProviderId): string => condition.providerInWords(id, facts.providers)
