import type { PlistDict, PlistPath } from '../../../plist/value'
import {
  type Documented,
  documentedIn,
  type KnownDictionary,
  type KnownValue,
} from '../../../products/apple/payloads/documented'
import type { PayloadFacts } from '../../../products/apple/payloads/fact'
import { factsOf } from '../../../products/apple/payloads/payload-facts'
import { isTemplate } from '../../../schema/templates'
import { MANAGED_PREFERENCES, type Payload } from '../../payloads/payload-keys'
import { meantType } from '../../payloads/payload-types'
import { foreignSettings } from '../../payloads/shapes'
import { type Envelope, named } from '../envelope'

/** Settings of which Apple documents the keys: a payload, or a domain in managed preferences. */
export type ApplePlace = {
  readonly facts: PayloadFacts
  readonly payload: Payload
  /** From the root of the profile to the settings. */
  readonly path: PlistPath
  readonly settings: PlistDict
  readonly documented: Documented
  /** Whether macOS keeps the settings as preferences, of which a profile may hold some only. */
  readonly isDomain: boolean
  /** As sentences begin with it. */
  readonly name: string
}

const found = new WeakMap<Envelope, readonly ApplePlace[]>()

/**
 * The places with settings of which Apple documents the keys, in the order of the file. What managed preferences are made
 * of has rules of its own.
 */
export function applePlaces(envelope: Envelope): readonly ApplePlace[] {
  const places = found.get(envelope) ?? foreignSettings(envelope.root).flatMap(placeOf)
  found.set(envelope, places)
  return places
}

function placeOf({ domain, payload, path, settings: own }: ReturnType<typeof foreignSettings>[number]) {
  const isPayload = path.length === payload.path.length
  // The payload itself stays the same object while it is not edited.
  const settings = isPayload ? payload.dict : own
  // A misspelt type has a rule of its own; what else is wrong is told with it.
  const type = isPayload ? (meantType(domain) ?? domain) : domain
  const facts = type === MANAGED_PREFERENCES ? undefined : factsOf(type, settings)
  if (facts === undefined || (!isPayload && facts.isDomain !== true)) {
    return []
  }
  const place: ApplePlace = {
    facts,
    payload,
    path,
    settings,
    documented: documentedIn(facts, settings),
    isDomain: facts.isDomain === true,
    name: isPayload ? named(payload) : `The domain ${domain}`,
  }
  return [place]
}

export type PlacedValue = KnownValue & { readonly place: ApplePlace }

const values = new WeakMap<Envelope, readonly PlacedValue[]>()

/** Every documented value of a profile that is known: a variable of an MDM has another one on the Mac. */
export function knownValues(envelope: Envelope): readonly PlacedValue[] {
  const known = values.get(envelope) ?? applePlaces(envelope).flatMap(valuesOf)
  values.set(envelope, known)
  return known
}

function valuesOf(place: ApplePlace): readonly PlacedValue[] {
  return place.documented.values
    .filter(({ value }) => !(value.type === 'string' && isTemplate(value.value)))
    .map(({ path, value, fact }) => ({ path, value, fact, place }))
}

/** Every dictionary of a profile whose keys are documented. */
export function knownDictionaries(
  envelope: Envelope,
): readonly (KnownDictionary & { readonly place: ApplePlace })[] {
  return applePlaces(envelope).flatMap((place) =>
    place.documented.dictionaries.map((each) => ({ ...each, place })),
  )
}
