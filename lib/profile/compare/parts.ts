import { child } from '../../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../../plist/value'
import { MANAGED_PREFERENCES, textOf } from '../payloads/payload-keys'
import type { Landmarks } from './landmarks'
import { same } from './same'

/** Where something stands in trees that are compared: in which settings, and under which key there. */
export type Place = {
  /** Names the place among all, the same in each tree. */
  readonly at: string
  /** The preference domain or payload type; null for the profile around the payloads. */
  readonly domain: string | null
  /** From the settings or the payload, or from the root of the profile. */
  readonly path: PlistPath
}

/** What stands in one place of several trees, in their order; undefined where there is nothing. */
export type Part = {
  readonly place: Place
  readonly step: string
  readonly values: readonly (PlistValue | undefined)[]
}

const isDict = (value: PlistValue): value is PlistDict => value.type === 'dict'

/** Where a comparison of whole trees begins. */
export function rootPlace(roots: readonly PlistValue[], { holders }: Landmarks): Place {
  return { at: '', domain: roots.map((root) => holders.get(root)).find(Boolean) ?? null, path: [] }
}

/**
 * What is inside the values of one place: entries of dictionaries by their key, without those that are the same in all;
 * payloads by what they are. Null for values that count as one, lists of settings among them.
 */
export function partsOf(
  values: readonly (PlistValue | undefined)[],
  place: Place,
  marks: Landmarks,
): Part[] | null {
  const there = values.filter((value) => value !== undefined)
  if (there.every(isDict)) {
    return changedKeys(values, there).map((key) =>
      partAt(
        key,
        values.map((value) => child(value, key)),
        place,
        marks,
      ),
    )
  }
  const areLists = [marks.payloadLists, marks.stateLists].some((lists) =>
    there.every((list) => lists.has(list)),
  )
  if (!areLists) {
    return null
  }
  const named = namedItems(values.map((value) => (value?.type === 'array' ? value.items : [])))
  const names = new Set(named.flatMap((list) => [...list.keys()]))
  return [...names].map((name) =>
    partAt(
      name,
      named.map((list) => list.get(name)),
      place,
      marks,
    ),
  )
}

function changedKeys(values: Part['values'], there: readonly PlistDict[]): readonly string[] {
  const [first] = values
  const keys = new Set(there.flatMap(({ entries }) => entries.map(({ key }) => key)))
  return [...keys].filter((key) => {
    const one = child(first, key)
    return values.some((value) => !same(one, child(value, key)))
  })
}

function partAt(step: string, values: Part['values'], around: Place, { holders }: Landmarks): Part {
  const at = `${around.at}\u0000${step}`
  const holder = values.map((value) => value && holders.get(value)).find((domain) => domain !== undefined)
  const place =
    holder === undefined
      ? { at, domain: around.domain, path: [...around.path, step] }
      : { at, domain: holder, path: [] }
  return { step, values, place }
}

/**
 * The elements of several lists under names that are the same for the same one: a payload is known by its UUID where another
 * list has it too, else by what it is, and of several alike by its position among them.
 */
function namedItems(lists: readonly (readonly PlistValue[])[]): Map<string, PlistValue>[] {
  const own = lists.map((items) => items.map(uuidName))
  const shared = new Set(
    own.flatMap((names, list) =>
      names.filter((name) => own.some((others, other) => other !== list && others.includes(name))),
    ),
  )
  return lists.map((items) => {
    const named = new Map<string, PlistValue>()
    for (const item of items) {
      const first = shared.has(uuidName(item)) ? uuidName(item) : kindOf(item)
      let name = first
      for (let number = 2; named.has(name); number += 1) {
        name = `${first} ${number}`
      }
      named.set(name, item)
    }
    return named
  })
}

const uuidName = (item: PlistValue) => `${textOf(item, 'PayloadType')} ${textOf(item, 'PayloadUUID')}`

function kindOf(item: PlistValue): string {
  const type = textOf(item, 'PayloadType')
  const content = child(item, 'PayloadContent')
  const domain =
    type === MANAGED_PREFERENCES && content?.type === 'dict' ? content.entries[0]?.key : undefined
  return domain === undefined ? `${type} alone` : `${type} for ${domain}`
}
