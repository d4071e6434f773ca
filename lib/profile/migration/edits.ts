import type { Edit } from '../../api/issue'
import { equal, valueAt } from '../../plist/tree'
import type { PlistPath, PlistValue } from '../../plist/value'
import type { KeyId } from '../../products/jamf-connect/manifests/key-ids'
import type { Written } from '../../products/jamf-connect/migration/ancestor'
import { type Choice, keyOf, type MigrationGroup, type MigrationPlan, servesAsWell } from './plan'

/** What somebody chose: for each item by its id, else what is suggested; and the groups whose payload goes when it is empty. */
export type Choices = {
  readonly items?: ReadonlyMap<string, Choice>
  readonly withoutPayload?: ReadonlySet<string>
}

/** The choice for an item. */
export function choiceOf(
  item: MigrationGroup['items'][number],
  { items }: Pick<Choices, 'items'> = {},
): Choice {
  return items?.get(item.id) ?? item.suggested
}

/** Whether nothing of a group is left behind, so that its payload may be taken away. */
export function isSettled({ items, removable }: MigrationGroup, choices: Choices = {}): boolean {
  return removable && items.every((item) => choiceOf(item, choices) !== 'leave')
}

/**
 * The edits that the choices ask for, to be made in one go: today's keys first, then the old settings, payloads that are
 * empty last. Empty when there is nothing to do, or the file has no room for it.
 */
export function migrationEdits(plan: MigrationPlan, choices: Choices = {}): Edit[] {
  if (plan.blocked !== null) {
    return []
  }
  const items = plan.groups.flatMap((group) => group.items)
  const chosen = items.filter((item) => choiceOf(item, choices) !== 'leave')
  const taken = chosen.filter((item) => choiceOf(item, choices) === 'take')
  const writes = taken.flatMap(({ id }) => plan.planned.get(id)?.writes ?? [])
  const gone = chosen.flatMap(({ id }) => {
    const place = plan.planned.get(id)?.place
    return place === undefined ? [] : [place]
  })
  const empty = plan.groups
    .filter(({ id }) => choices.withoutPayload?.has(id))
    .filter((group) => isSettled(group, choices))
    .flatMap(({ id }) => {
      const holder = plan.holders.get(id)
      return holder === undefined ? [] : [holder]
    })
  return [...sets(plan, writes), ...removals(emptied(plan, gone)), ...removals(byLast(empty))]
}

/** Each key of today once, with what it holds after all writes; what it holds already is no edit. */
function sets({ settings }: MigrationPlan, writes: readonly Written[]): Edit[] {
  const after = new Map<KeyId, PlistValue>()
  const heldNow = (id: KeyId) => {
    const { domain, path } = keyOf(id)
    const dict = settings.get(domain)
    return dict && valueAt(dict, path)
  }
  for (const write of writes) {
    const { key, value, how } = write
    const held = after.get(key) ?? heldNow(key)
    if (!servesAsWell(write, held)) {
      after.set(key, how === 'add' ? joined(held, value) : value)
    }
  }
  return [...after].flatMap(([id, value]): Edit[] => {
    const now = heldNow(id)
    const { domain, path } = keyOf(id)
    return now !== undefined && equal(now, value) ? [] : [{ domain, path, value }]
  })
}

function joined(held: PlistValue | undefined, value: PlistValue): PlistValue {
  if (held?.type !== 'array' || value.type !== 'array') {
    return value
  }
  const more = value.items.filter((item) => !held.items.some((each) => equal(each, item)))
  return { type: 'array', items: [...held.items, ...more] }
}

/** The dictionaries whose entries all go, in place of these entries: an empty one says nothing. */
function emptied(plan: MigrationPlan, gone: readonly PlistPath[]): PlistPath[] {
  const going = new Set(gone.map(text))
  const places = [...plan.planned.values()]
  const whole = (path: PlistPath, depth: number): PlistPath => {
    if (depth === 1) {
      return path
    }
    const outer = path.slice(0, -1)
    const inside = places.filter(({ place }) => startsWith(place, outer))
    return inside.every(({ place }) => going.has(text(place))) ? whole(outer, depth - 1) : path
  }
  const found = places
    .filter(({ place }) => going.has(text(place)))
    .map(({ place, depth }) => whole(place, depth))
  return [...new Map(found.map((path) => [text(path), path])).values()]
}

const text = (path: PlistPath) => JSON.stringify(path)

const startsWith = (path: PlistPath, start: PlistPath) => start.every((step, index) => path[index] === step)

const removals = (paths: readonly PlistPath[]) =>
  paths.map((path): Edit => ({ domain: null, path, value: null }))

/** What stands later in a list first, so that what stands before it keeps its position. */
function byLast(paths: readonly PlistPath[]): PlistPath[] {
  return paths.toSorted((left, right) => {
    const at = left.findIndex((step, index) => step !== right[index])
    return Number(right[at] ?? 0) - Number(left[at] ?? 0) || right.length - left.length
  })
}
