import type { PlistDict } from '../../../plist/value'
import { isAppleType } from '../../../products/apple/payload-types'
import { documentedIn, missingIn } from '../../../products/apple/payloads/documented'
import { payloadFacts } from '../../../products/apple/payloads/payload-facts'
import { isProductDomain } from '../../../products/domains'
import { isCommonPayloadKey } from '../../payloads/payload-keys'

/**
 * The payload type of Apple's whose keys a payload has that Apple does not document, though it is named like one of
 * Apple's: all of its keys, with those that are required, and of no other type. A domain of preferences may have any keys.
 */
export function typeOfKeys(type: string, payload: PlistDict): string | null {
  const keys = payload.entries.map(({ key }) => key).filter((key) => !isCommonPayloadKey(key))
  if (!type.startsWith('com.apple.') || isAppleType(type) || isProductDomain(type) || keys.length === 0) {
    return null
  }
  const fitting = payloadFacts.filter(
    (facts) =>
      facts.isDomain !== true &&
      keys.every((key) => Object.hasOwn(facts.keys, key)) &&
      isWhole(facts, payload),
  )
  const [only, ...others] = fitting
  return only !== undefined && others.length === 0 && !GENERIC.test(keys.join(' ')) ? only.type : null
}

/** A key that payloads of other types and domains of preferences have too is not enough. */
const GENERIC = /^(?:PayloadContent|Configuration|Rules|Password|Name)$/

function isWhole(facts: (typeof payloadFacts)[number], payload: PlistDict): boolean {
  const { dictionaries, values } = documentedIn(facts, payload)
  return (
    dictionaries.every((dictionary) => missingIn(dictionary).length === 0) &&
    values.every(({ value, fact }) => fact.type === 'any' || fact.type === value.type)
  )
}
