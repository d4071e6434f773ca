import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ConfigurationItem, Together, TogetherIssue, TogetherKind } from '../api/configurations'
import { PlistError } from '../plist/errors'
import type { PlistDict, PlistEntry, PlistValue } from '../plist/value'
import { ProfileError } from '../profile/errors'
import { libraryIssues } from '../profile/in-library'
import { openProfile } from '../profile/open-profile'
import { type Member, memberOf } from '../profile/together'
import { LibraryError } from './errors'
import type { Library } from './open'
import { readVersion } from './read'
import { asBytes, numberOf, textOf } from './stored'

/** How long one request may read versions, in milliseconds; those that are left are read for the next one. */
const patience = 200

/** Reading a larger profile would hold other requests up. */
export const MOST_COMPARED_BYTES = 1_000_000

/** Configurations that are compared at most: those changed last. */
export const MOST_COMPARED = 1000

/** No list of a kind is of use beyond this. */
const MOST_OF_A_KIND = 50

/**
 * What the stored configurations do to each other; with `id`, only what that one has a part in. Each version is read once,
 * and compared once for the same names; `waiting` says how many are not read yet, for which the caller asks again.
 */
export async function compareConfigurations(library: Library, id?: string): Promise<Together> {
  const { items, others } = await comparedItems(library, id)
  const waiting = await readAll(library, items)
  const read = items.toSorted(byAge).flatMap((item) => {
    const known = library.compared.versions.get(item.id)
    return known?.version === item.version && known.member ? [{ item, member: known.member }] : []
  })
  const all = issuesOf(library, read)
  const found = all.filter(({ configuration, other }) => [undefined, configuration.id, other.id].includes(id))
  const left = items.length - read.length - waiting + others
  const kinds = [...byKind(found)]
  const issues = kinds.flatMap(([, same]) => same.slice(0, MOST_OF_A_KIND))
  const more = found.length - issues.length
  return { issues, kinds: kinds.map(counted), more, waiting, left, beyond: others }
}

function byKind(issues: readonly TogetherIssue[]): ReadonlyMap<string, readonly TogetherIssue[]> {
  const kinds = new Map<string, TogetherIssue[]>()
  for (const issue of issues) {
    const same = kinds.get(issue.kind) ?? []
    same.push(issue)
    kinds.set(issue.kind, same)
  }
  return kinds
}

const counted = ([kind, issues]: [string, readonly TogetherIssue[]]): TogetherKind => ({
  kind,
  count: issues.length,
  configurations: new Set(issues.flatMap(({ configuration, other }) => [configuration.id, other.id])).size,
})

type Item = Pick<ConfigurationItem, 'id' | 'name' | 'version' | 'createdAt'>

/** The configurations that are compared, with `id` among them, and how many others there are. */
async function comparedItems({ db }: Library, id: string | undefined) {
  const listed = db.selectFrom('configurations').where('deleted_at', 'is', null)
  const latest = listed.select('id').orderBy('updated_at', 'desc').limit(MOST_COMPARED)
  const rows = await listed
    .select([asBytes('id'), asBytes('name'), asBytes('version'), asBytes('created_at')])
    .where(({ eb, or }) => or([eb('id', 'in', latest), eb('id', '=', id ?? '')]))
    .execute()
  const { count } = await listed
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const items = rows.flatMap((row): Item[] => {
    const [own, name, version] = [textOf(row.id), textOf(row.name), numberOf(row.version)]
    const createdAt = textOf(row.created_at) ?? ''
    return own && name && version ? [{ id: own, name, version, createdAt }] : []
  })
  return { items, others: Number(count) - rows.length }
}

type Read = { readonly item: Item; readonly member: Member }

function issuesOf({ compared }: Library, read: readonly Read[]): readonly TogetherIssue[] {
  const state = JSON.stringify(read.map(({ item: { id, name, version } }) => [id, name, version]))
  if (compared.last?.state !== state) {
    const named = read.map(({ item, member }) => ({ ...member, label: `“${item.name}”` }))
    const issues = libraryIssues(named).map(({ member, other, rule, message, aboutAccess }) => ({
      rule,
      kind: aboutAccess ? `${rule}, access` : rule,
      message,
      configuration: labelled(read[member]),
      other: labelled(read[other]),
    }))
    compared.last = { state, issues }
  }
  return compared.last.issues
}

const byAge = (left: Item, right: Item) =>
  left.createdAt < right.createdAt ? -1 : left.createdAt > right.createdAt ? 1 : left.id < right.id ? -1 : 1
const labelled = (read: Read | undefined) => ({ id: read?.item.id ?? '', name: read?.item.name ?? '' })

/** Reads what is not known yet while there is time; gives how many are left. */
async function readAll(library: Library, items: readonly Item[]): Promise<number> {
  const { versions } = library.compared
  const present = new Set(items.map(({ id }) => id))
  for (const id of versions.keys()) {
    if (!present.has(id)) {
      versions.delete(id)
    }
  }
  const missing = items.filter(({ id, version }) => versions.get(id)?.version !== version)
  const end = performance.now() + patience
  for (const [index, { id, version }] of missing.entries()) {
    if (performance.now() >= end) {
      return missing.length - index
    }
    versions.set(id, { version, member: await memberIn(library, id, version) })
    // Other requests come first.
    await setImmediate()
  }
  return 0
}

async function memberIn(library: Library, id: string, version: number): Promise<Member | null> {
  try {
    const content = await readVersion(library, id, version)
    return content.length > MOST_COMPARED_BYTES ? null : small(memberOf('', await openProfile(content)))
  } catch (error) {
    if (error instanceof LibraryError || error instanceof PlistError || error instanceof ProfileError) {
      return null
    }
    throw error
  }
}

/** Pictures, licenses and long texts by their hash: they are compared, never shown. */
function small(member: Member): Member {
  const settings = (all: Member['settings']) =>
    new Map([...all].map(([key, dict]) => [key, hashed(dict) as PlistDict]))
  const apple = member.apple.map((each) => ({ ...each, entries: each.entries.map(hashedEntry) }))
  return { ...member, settings: settings(member.settings), forced: settings(member.forced), apple }
}

const LONGEST = 300

const hashedEntry = ({ key, value }: PlistEntry): PlistEntry => ({ key, value: hashed(value) })

function hashed(value: PlistValue): PlistValue {
  switch (value.type) {
    case 'dict':
      return {
        type: 'dict',
        entries: value.entries.map(hashedEntry),
      }
    case 'array':
      return { type: 'array', items: value.items.map(hashed) }
    case 'data':
      return shortened(Buffer.from(value.value).toString('base64'))
    case 'string':
      return value.value.length > LONGEST ? shortened(value.value.replace(/\s/g, '')) : value
    default:
      return value
  }
}

/** A file stands as data in one profile and as Base64 text in another. */
function shortened(text: string): PlistValue {
  return { type: 'string', value: `sha256 ${createHash('sha256').update(text).digest('base64')}` }
}
