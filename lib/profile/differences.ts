import { child, equal, valueAt } from '../plist/tree'
import type { PlistPath, PlistValue } from '../plist/value'
import { findKey } from '../products/keys'
import { counted } from '../schema/words'
import { findSettings } from './payloads/shapes'

/** One place in which two profiles differ; texts are for showing, null: not there. */
export type Difference = {
  readonly path: PlistPath
  readonly before: string | null
  readonly after: string | null
}

/** Where two trees differ, the smallest parts that do, in the order of the first. Values of secret keys are not told. */
export function differences(before: PlistValue, after: PlistValue): Difference[] {
  const secret = secretPlaces(after).concat(secretPlaces(before))
  const found: Difference[] = []
  collect(before, after, [], found)
  return found.map((difference) =>
    secret.includes(difference.path.join('\u0000')) ? masked(difference) : difference,
  )
}

function collect(
  before: PlistValue | undefined,
  after: PlistValue | undefined,
  path: PlistPath,
  found: Difference[],
): void {
  if (before === after || (before && after && equal(before, after))) {
    return
  }
  if (before?.type === 'dict' && after?.type === 'dict') {
    const keys = new Set([...before.entries, ...after.entries].map(({ key }) => key))
    for (const key of keys) {
      collect(child(before, key), child(after, key), [...path, key], found)
    }
    return
  }
  if (before?.type === 'array' && after?.type === 'array') {
    for (let index = 0; index < Math.max(before.items.length, after.items.length); index++) {
      collect(before.items[index], after.items[index], [...path, index], found)
    }
    return
  }
  found.push({ path, before: shown(before), after: shown(after) })
}

function shown(value: PlistValue | undefined): string | null {
  if (value === undefined) {
    return null
  }
  switch (value.type) {
    case 'dict':
      return counted(value.entries.length, 'key')
    case 'array':
      return counted(value.items.length, 'element')
    case 'data':
      return counted(value.value.length, 'byte')
    case 'boolean':
      return value.value ? 'On' : 'Off'
    default:
      return String(value.value)
  }
}

function masked({ path, before, after }: Difference): Difference {
  return { path, before: before && '••••••••', after: after && '•••••••• (another)' }
}

function secretPlaces(root: PlistValue): string[] {
  return findSettings(root).flatMap(({ domain, path }) => {
    const settings = valueAt(root, path)
    return placesIn(settings, [])
      .filter((inner) => findKey(domain, inner)?.definition.secret)
      .map((inner) => [...path, ...inner].join('\u0000'))
  })
}

function placesIn(node: PlistValue | undefined, path: PlistPath): PlistPath[] {
  if (node?.type !== 'dict') {
    return [path]
  }
  return node.entries.flatMap(({ key, value }) => placesIn(value, [...path, key]))
}
