import { equal, valueAt } from '../../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../../plist/value'
import { keyWithId } from '../../products/jamf-connect/keys'
import type { KeyId } from '../../products/jamf-connect/manifests/key-ids'
import type { Certainty, MigrationRow, Written } from '../../products/jamf-connect/migration/ancestor'
import { rowAt } from '../../products/jamf-connect/migration/ancestors'
import { nameOfPath } from '../../schema/words'
import { findSettings, isProfile, settingsByDomain } from '../payloads/shapes'
import { type OldPlace, type OldSetting, oldPlaces, oldSettings } from './old-places'
import { proposalFor } from './proposal'
import { shownValue } from './shown-value'

/** What becomes of an old setting, as it is listed. */
export type MigrationKind = 'kept' | 'renamed' | 'changed' | 'clash' | 'none'

/**
 * What somebody decides about an old setting. "take": today's keys get it, over what they hold, and it goes. "remove": it
 * goes, and today's keys stay as they are. "leave": nothing happens.
 */
export type Choice = 'take' | 'remove' | 'leave'

/** A key of today that an old setting leads to. */
export type MigrationTarget = {
  readonly domain: string
  readonly path: readonly string[]
  readonly name: string
  /** What it gets, as it is shown. */
  readonly after: string
  /** What it holds and would lose, as it is shown; null where it holds nothing, or the same, or a list that grows. */
  readonly before: string | null
  /** It holds this already. */
  readonly same: boolean
}

/** An old setting, and what becomes of it. Nothing in it is a credential that can be read. */
export type MigrationItem = {
  readonly id: string
  readonly kind: MigrationKind
  readonly domain: string
  readonly name: string
  readonly before: string
  readonly targets: readonly MigrationTarget[]
  readonly why: string
  /** Where the old setting is described; null for one that nobody knows. */
  readonly source: string | null
  readonly certainty: Certainty
  readonly choices: readonly Choice[]
  readonly suggested: Choice
}

/** The settings of one ancestor in the profile. */
export type MigrationGroup = {
  readonly id: string
  readonly domain: string
  readonly product: string
  readonly items: readonly MigrationItem[]
  /** Whether its payload can be taken away once nothing is left in it. */
  readonly removable: boolean
}

/** What `migrationEdits` needs of an item. */
export type PlannedWrites = {
  readonly place: PlistPath
  /** How many steps of the path lead from the settings on. */
  readonly depth: number
  readonly writes: readonly Written[]
}

/** What a profile holds of former products, and what can become of it. */
export type MigrationPlan = {
  readonly groups: readonly MigrationGroup[]
  /** Why nothing of it can be made in this file; null when it can. */
  readonly blocked: string | null
  readonly planned: ReadonlyMap<string, PlannedWrites>
  readonly holders: ReadonlyMap<string, PlistPath>
  readonly settings: ReadonlyMap<string, PlistDict>
}

/**
 * What becomes of everything in a profile that NoMAD, NoMAD Pro, NoMAD Login, Jamf Connect 1.x and XCreds read: the rows of
 * their tables beside what today's keys hold. Changes nothing. `fileName` places a list without a profile.
 */
export function planMigration(root: PlistValue, fileName?: string): MigrationPlan {
  const settings = settingsByDomain(root, findSettings(root, fileName))
  const claims = new Map<string, Claim>()
  const planned = new Map<string, PlannedWrites>()
  const holders = new Map<string, PlistPath>()
  const groups = oldPlaces(root, fileName).map((place): MigrationGroup => {
    const id = place.path.join('/')
    if (place.holder !== null && !place.ancestor.current) {
      holders.set(id, place.holder)
    }
    const items = oldSettings(place).map((old) => {
      const { item, writes } = itemFor(place, old, { settings, claims })
      planned.set(item.id, { place: [...place.path, ...old.path], depth: old.path.length, writes })
      return item
    })
    const { domain, product } = place.ancestor
    return { id, domain, product, items, removable: holders.has(id) }
  })
  const alone = groups.length > 0 && !isProfile(root)
  return { groups, planned, holders, settings, blocked: alone ? ALONE : null }
}

const ALONE =
  'This file holds settings without a profile around them, so that there is no room for those of today. Convert it to a configuration profile first.'

/** An earlier setting of the list that leads to the same key. */
type Claim = { readonly value: PlistValue; readonly name: string }

type Around = {
  readonly settings: ReadonlyMap<string, PlistDict>
  readonly claims: Map<string, Claim>
}

function itemFor(place: OldPlace, old: OldSetting, around: Around) {
  const { ancestor, path } = place
  const row = rowAt(ancestor, old.path)
  const proposal = proposalFor(row, old.value, place.settings)
  const name = nameOfPath(old.path)
  const judged = proposal.writes.flatMap((write) => judge(write, row, name, around) ?? [])
  const clash = judged.find(({ target, with: other }) => target.before !== null || other !== null)
  const kind: MigrationKind = proposal.kind === 'none' ? 'none' : clash ? 'clash' : proposal.kind
  const item: MigrationItem = {
    id: [...path, ...old.path].join('/'),
    kind,
    domain: ancestor.domain,
    name,
    before: shownValue(old.path, old.value, row?.secret),
    targets: judged.map(({ target }) => target),
    why: [proposal.why, clash && clashWords(clash), row?.careful].filter(Boolean).join(' '),
    source: row?.source ?? null,
    certainty: row?.certainty ?? 'inferred',
    choices:
      kind === 'none'
        ? ['leave', 'remove']
        : kind === 'clash'
          ? ['leave', 'take', 'remove']
          : ['leave', 'take'],
    suggested: isSure(kind, row) ? 'take' : 'leave',
  }
  return { item, writes: proposal.writes }
}

function isSure(kind: MigrationKind, row: MigrationRow | undefined): boolean {
  return kind !== 'none' && kind !== 'clash' && row?.certainty === 'described' && row.careful === undefined
}

type Judged = { readonly target: MigrationTarget; readonly with: string | null }

/** Beside what the key holds and what earlier settings lead to; null where the key holds what serves as well. */
function judge(write: Written, row: MigrationRow | undefined, name: string, around: Around): Judged | null {
  const key = keyOf(write.key)
  const dict = around.settings.get(key.domain)
  const now = dict && valueAt(dict, key.path)
  const claim = around.claims.get(write.key)
  if (servesAsWell(write, now)) {
    return null
  }
  const grows = write.how === 'add' && (now === undefined || now.type === 'array')
  const same = now !== undefined && (grows ? holdsItems(now, write.value) : equal(now, write.value))
  const other =
    claim !== undefined && write.how === 'set' && !equal(claim.value, write.value) ? claim.name : null
  if (claim === undefined) {
    around.claims.set(write.key, { value: write.value, name })
  }
  const shown = (value: PlistValue) =>
    shownValue(key.path, value, row?.secret || key.definition.secret || key.definition.sensitive)
  const target: MigrationTarget = {
    domain: key.domain,
    path: key.path,
    name: nameOfPath(key.path),
    after: shown(write.value),
    before: now === undefined || same || grows ? null : shown(now),
    same,
  }
  return { target, with: other }
}

function holdsItems(now: PlistValue, value: PlistValue): boolean {
  const items = value.type === 'array' ? value.items : []
  return now.type === 'array' && items.every((item) => now.items.some((each) => equal(each, item)))
}

function clashWords({ target, with: other }: Judged): string {
  return other !== null && target.before === null
    ? `${other} leads to ${target.name} with another value.`
    : `${target.name} has another value already, which stays unless you choose otherwise.`
}

/** The key of an id, which the tables of the ancestors are typed with. */
export function keyOf(id: KeyId) {
  const key = keyWithId(id)
  if (key === undefined) {
    throw new RangeError(`No manifest has ${id}.`)
  }
  return key
}

/** Whether a key holds a value that serves as well as the one that would be written. */
export function servesAsWell({ orElse = [] }: Written, now: PlistValue | undefined): boolean {
  return now?.type === 'string' && orElse.includes(now.value)
}
