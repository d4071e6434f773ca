import { child } from '../../../plist/tree'
import type { PlistValue } from '../../../plist/value'
import { missingIn } from '../../../products/apple/payloads/documented'
import type { Fact, Facts } from '../../../products/apple/payloads/fact'
import { letters, nearestAmong, prepare } from '../../../schema/nearest'
import { nameOfPath, shortened } from '../../../schema/words'
import { text } from '../../payloads/build'
import { isCommonPayloadKey } from '../../payloads/payload-keys'
import { type Check, type Found, renaming, setting } from '../envelope'
import { knownDictionaries } from './places'

type Keyed = ReturnType<typeof knownDictionaries>[number]

/**
 * Rules for the keys of Apple's payloads, by their names and presence in
 * https://github.com/apple/device-management/tree/release/mdm/profiles (macOS 15.1), a file for each type of payload. A key
 * that is like none of them says nothing: newer systems have more.
 */
export const appleKeyRules: { readonly [rule: string]: Check } = {
  'apple-key-name': (envelope) => knownDictionaries(envelope).flatMap(misspeltIn),

  'apple-key-missing': (envelope) =>
    knownDictionaries(envelope)
      .filter(({ place }) => !place.isDomain)
      .flatMap((each) => {
        const meant = new Set(misspeltNames(each).map((name) => name.meant))
        return missingIn(each)
          .filter(([key]) => !meant.has(key))
          .map(([key, fact]) => missing(each, key, fact))
      }),
}

type Misspelt = {
  readonly key: string
  readonly meant: string
  readonly value: PlistValue
  readonly sure: boolean
}

/** The keys of a dictionary that are a documented one in other letters, or like one that is absent. */
function misspeltNames({ dict, keys }: Keyed): readonly Misspelt[] {
  return dict.entries.flatMap(({ key, value }): Misspelt[] => {
    if (Object.hasOwn(keys, key) || isCommonPayloadKey(key) || key.length > 60) {
      return []
    }
    const same = namesOf(keys).same.get(letters(key))
    if (same !== undefined) {
      return [{ key, meant: same, value, sure: true }]
    }
    const near = key.length < 6 ? undefined : nearestAmong(namesOf(keys).near, key)
    return near === undefined || child(dict, near) !== undefined || keys[near]?.type !== value.type
      ? []
      : [{ key, meant: near, value, sure: keys[near]?.required === true }]
  })
}

type Names = { readonly same: ReadonlyMap<string, string>; readonly near: ReturnType<typeof prepare<string>> }
const prepared = new WeakMap<Facts, Names>()

function namesOf(keys: Facts): Names {
  const names = Object.keys(keys)
  const found: Names = prepared.get(keys) ?? {
    same: new Map(names.map((name) => [letters(name), name])),
    near: prepare(names, (name) => name),
  }
  prepared.set(keys, found)
  return found
}

function misspeltIn(each: Keyed): readonly Found[] {
  const { dict, place } = each
  return misspeltNames(each).map(({ key, meant, value, sure }): Found => {
    const path = [...place.path, ...each.path, key]
    const taken = child(dict, meant) !== undefined
    const name = nameOfPath([...each.path, shortened(key)])
    const advice = taken ? `${meant} is there as well; remove ${shortened(key)}.` : `Write ${meant}.`
    return {
      severity: sure ? 'error' : 'advice',
      path,
      message: sure
        ? `${place.name} has the key ${name}, which Apple spells ${meant}; macOS compares names letter by letter. ${advice}`
        : `${place.name} has the key ${name}, which Apple does not document, and lacks ${meant}, which is like it. If that is meant, write ${meant}.`,
      ...(taken ? {} : { repair: renaming(`Rename it to ${meant}`, path, meant, value) }),
    }
  })
}

function missing({ path, place }: Keyed, key: string, fact: Fact): Found {
  const at = [...place.path, ...path, key]
  const [only, ...others] = fact.values ?? []
  const where = path.length === 0 ? '' : ` in ${nameOfPath(path)}`
  return {
    severity: 'error',
    path: at,
    message: `${place.name} lacks ${key}${where}, which Apple documents as required${reason(fact)}${instead(fact)}. Add it.`,
    ...(typeof only === 'string' && others.length === 0
      ? { repair: setting(`Use ${only}`, at, text(only)) }
      : {}),
  }
}

function reason({ required }: Fact): string {
  return typeof required === 'object' ? ` while ${required.key} is ${required.is}` : ''
}

function instead(fact: Fact): string {
  return fact.instead === undefined ? '' : `, unless ${fact.instead} is there`
}
