import type { Edit } from '@/lib/api/issue'
import { valueAt } from '@/lib/plist/tree'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { fieldFor, findRetired, holdsKeys } from '@/lib/products/keys'
import { followers, linkedKeyAt } from '@/lib/products/links'
import { suggestionFor } from '@/lib/products/suggestions'
import { setSetting } from '@/lib/profile/edit'
import { findSettings, settingsByDomain } from '@/lib/profile/payloads/shapes'
import { nameOfPath } from '@/lib/schema/words'
import { CliError, UsageError } from '../cli-error'
import { type Io, writeLine } from '../terminal/io'
import { type Address, type Assignment, parseAddress, parseAssignment } from './assignment'
import { otherPlace } from './other-place'
import { type RawValue, rawValueReader } from './raw-value'
import { keyAt, resolveAddress, type Target } from './resolve'
import { type ExplicitType, explicitTypes, type Given, valueForKey, valueOfType } from './typed-value'

/** Changes as they stand on the command line. */
export type Changes = {
  /** "[DOMAIN:]PATH=VALUE" */
  readonly settings: readonly string[]
  /** "[DOMAIN:]PATH" */
  readonly unset: readonly string[]
  /** "[DOMAIN:]PATH=TYPE" */
  readonly types: readonly string[]
}

export type ApplyOptions = { readonly fileName: string; readonly form?: 'direct' | 'managed-preferences' }

/** The tree with all changes made, in their order; removals last. Throws CliError, and ProfileError as `setSetting` does. */
export async function applyChanges(
  root: PlistValue,
  changes: Changes,
  options: ApplyOptions,
  io: Io,
): Promise<PlistValue> {
  const types = typesOf(changes.types)
  const groups = grouped(changes.settings.map(parseAssignment))
  refuseUnusedTypes(types, groups)
  const read = rawValueReader(io)
  const unset = changes.unset.map(parseAddress)
  const addresses = [...[...groups.values()].map(({ address }) => address), ...unset]
  const named = addresses.map((address) => resolveAddress(address, root, options.fileName))
  let tree = root
  for (const [text, { address, values }] of groups) {
    const raw: RawValue[] = []
    for (const value of values) {
      raw.push(await read(value))
    }
    const type = types.get(text) ?? types.get(address.steps.join('/'))
    const after = changed(tree, address, { raw, type }, options)
    tree = await withFollowers(tree, after, { address, named, options, io })
  }
  for (const address of unset) {
    const after = removed(tree, address, options)
    tree = await withFollowers(tree, after, { address, named, options, io })
  }
  return tree
}

type Change = {
  readonly address: Address
  /** Every place that the command line names; a key among them has its own value. */
  readonly named: readonly Target[]
  readonly options: ApplyOptions
  readonly io: Io
}

/** The keys that say the same in another domain get the same value, as in the form, and that is told. */
async function withFollowers(
  before: PlistValue,
  after: PlistValue,
  { address, named, options, io }: Change,
): Promise<PlistValue> {
  const { domain, path } = resolveAddress(address, after, options.fileName)
  const key = linkedKeyAt(domain, path) ?? fieldFor(domain, path)
  const settingsOf = (root: PlistValue) => settingsByDomain(root, findSettings(root, options.fileName))
  const edits = key === undefined ? [] : followers(key, settingsOf(before), settingsOf(after))
  let tree = after
  for (const edit of edits.filter((each) => !isNamed(each, named))) {
    tree = setSetting(tree, edit.domain ?? domain, edit.path, edit.value, options)
    const verb = edit.value === null ? 'is removed' : 'gets the same value'
    await writeLine(
      io.stderr,
      `${nameOfPath(edit.path)} in ${edit.domain} ${verb}, since it says the same as ${nameOfPath(key?.path ?? path)}. To have them differ, set both.`,
    )
  }
  return tree
}

function isNamed({ domain, path }: Edit, named: readonly Target[]): boolean {
  return named.some(
    (target) => target.domain === domain && path.every((step, index) => target.path[index] === step),
  )
}

type Group = { readonly address: Address; readonly values: string[] }

function grouped(assignments: readonly Assignment[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const { address, value } of assignments) {
    const group = groups.get(address.text) ?? { address, values: [] }
    groups.set(address.text, group)
    group.values.push(value)
  }
  return groups
}

function typesOf(options: readonly string[]): Map<string, ExplicitType> {
  return new Map(
    options.map((option) => {
      const at = option.lastIndexOf('=')
      const type = explicitTypes.find((each) => each === option.slice(at + 1))
      if (at <= 0 || type === undefined) {
        throw new UsageError(`--type is written PATH=TYPE, where TYPE is one of ${explicitTypes.join(', ')}.`)
      }
      return [option.slice(0, at), type]
    }),
  )
}

function refuseUnusedTypes(types: ReadonlyMap<string, unknown>, groups: ReadonlyMap<string, Group>): void {
  const names = [...groups.values()].flatMap(({ address }) => [address.text, address.steps.join('/')])
  for (const text of types.keys()) {
    if (!names.includes(text)) {
      throw new UsageError(`--type names ${text}, and no setting is written with the same name.`)
    }
  }
}

type NewValue = { readonly raw: readonly RawValue[]; readonly type: ExplicitType | undefined }

function changed(root: PlistValue, address: Address, given: NewValue, options: ApplyOptions): PlistValue {
  const [only, ...more] = given.raw
  if (only?.from === 'text' && only.text === '' && more.length === 0 && given.type === undefined) {
    return removed(root, address, options)
  }
  const target = resolveAddress(address, root, options.fileName)
  const value = typed(target, { values: given.raw, name: target.name }, given.type)
  const tree = withLists(root, target, options)
  return setSetting(tree, target.domain, target.path, value, options)
}

function removed(root: PlistValue, address: Address, options: ApplyOptions): PlistValue {
  const { domain, path } = resolveAddress(address, root, options.fileName)
  return setSetting(root, domain, path, null, options)
}

function typed(target: Target, given: Given, type: ExplicitType | undefined): PlistValue {
  if (type !== undefined) {
    return valueOfType(type, given)
  }
  const key = keyAt(target)
  if (key !== undefined) {
    return valueForKey(key, given)
  }
  const { domain, path, name, text } = target
  const retired = findRetired(domain, path)?.type
  const former = explicitTypes.find((each) => each === retired)
  if (holdsKeys(domain, path) || former !== undefined) {
    return valueOfType(former ?? 'dict', given)
  }
  const elsewhere = otherPlace(name)
  if (elsewhere !== null) {
    throw new CliError(`${elsewhere} To set it here all the same, add its type: --type ${text}=string.`)
  }
  const meant = suggestionFor(domain, path)
  const hint = meant === undefined ? '' : ` Do you mean ${meant.key.domain}:${meant.key.path.join('/')}?`
  throw new CliError(
    `${name} is in no manifest of ${domain}.${hint} To set it all the same, add its type: --type ${text}=string.`,
  )
}

/** Makes the lists that the path runs through and that are not there yet. Throws CliError for a position behind the end. */
function withLists(root: PlistValue, { domain, path, name }: Target, options: ApplyOptions): PlistValue {
  let tree = root
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') {
      const list = settingAt(tree, domain, path.slice(0, index), options)
      const length = list?.type === 'array' ? list.items.length : 0
      if (step > length) {
        throw new CliError(
          `${name} names position ${step} of a list of ${length}. Positions count from 0; ${length} adds one.`,
        )
      }
      tree = list
        ? tree
        : setSetting(tree, domain, path.slice(0, index), { type: 'array', items: [] }, options)
    }
  }
  return tree
}

function settingAt(root: PlistValue, domain: string, path: PlistPath, { fileName }: ApplyOptions) {
  const settings = settingsByDomain(root, findSettings(root, fileName)).get(domain)
  return settings && valueAt(settings, path)
}
