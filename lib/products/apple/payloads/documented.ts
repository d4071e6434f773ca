import { child } from '../../../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../../../plist/value'
import type { Fact, Facts, PayloadFacts } from './fact'

/** A value of which something is documented. Paths start at the settings. */
export type KnownValue = { readonly path: PlistPath; readonly value: PlistValue; readonly fact: Fact }

/** A dictionary whose keys are documented. */
export type KnownDictionary = { readonly path: PlistPath; readonly dict: PlistDict; readonly keys: Facts }

export type Documented = {
  readonly values: readonly KnownValue[]
  readonly dictionaries: readonly KnownDictionary[]
}

const found = new WeakMap<PlistDict, { readonly facts: PayloadFacts; readonly documented: Documented }>()

/** Everything in a payload, or in the settings of a domain, of which something is documented. Kept by the dictionary. */
export function documentedIn(facts: PayloadFacts, settings: PlistDict): Documented {
  const known = found.get(settings)
  if (known?.facts === facts) {
    return known.documented
  }
  const values: KnownValue[] = []
  const dictionaries: KnownDictionary[] = []
  collect({ type: 'dict', keys: facts.keys }, settings, [])
  function collect(fact: Fact, value: PlistValue, path: PlistPath): void {
    if (path.length > 0) {
      values.push({ path, value, fact })
    }
    if (value.type === 'array' && fact.type === 'array' && fact.items !== undefined) {
      for (const [index, item] of value.items.entries()) {
        collect(fact.items, item, [...path, index])
      }
    }
    if (value.type === 'dict' && fact.type === 'dict') {
      const { keys = {}, others } = fact
      if (others === undefined && Object.keys(keys).length > 0) {
        dictionaries.push({ path, dict: value, keys })
      }
      for (const entry of value.entries) {
        const known = Object.hasOwn(keys, entry.key) ? keys[entry.key] : others
        if (known !== undefined) {
          collect(known, entry.value, [...path, entry.key])
        }
      }
    }
  }
  const documented = { values, dictionaries }
  found.set(settings, { facts, documented })
  return documented
}

/** The required keys that a dictionary lacks, and what is documented of them. */
export function missingIn({ dict, keys }: KnownDictionary): readonly (readonly [key: string, fact: Fact])[] {
  return Object.entries(keys).filter(
    ([key, fact]) =>
      isRequired(fact, dict) &&
      child(dict, key) === undefined &&
      (fact.instead === undefined || child(dict, fact.instead) === undefined),
  )
}

function isRequired({ required }: Fact, dict: PlistDict): boolean {
  if (required === undefined || required === true) {
    return required === true
  }
  const value = child(dict, required.key)
  return value?.type === 'string' && value.value === required.is
}
