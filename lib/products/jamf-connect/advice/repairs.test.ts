import { expect, test } from 'vitest'
import type { Issue, Repair } from '../../../api/issue'
import type { PlistValue } from '../../../plist/value'
import { settingsOf } from '../../../schema/fixtures/settings'
import { mended } from '../../../schema/mend'
import type { Settings } from '../../../schema/settings'
import { checkSettings } from '../../check'
import { casesOfAddresses } from './fixtures/addresses'
import { casesOfKeys } from './fixtures/keys'
import { casesOfPasswords } from './fixtures/passwords'
import { casesOfProviders } from './fixtures/providers'
import { casesOfValues } from './fixtures/values'
import { casesOfVendors } from './fixtures/vendors'

const today = new Date('2026-11-22T10:00:00Z')
const found = (settings: Settings) => checkSettings(settings, { today })
const places = ({ repair }: Issue) =>
  (repair?.edits ?? []).map(({ domain, path }) => [domain, ...path].join('/'))
/** A payload that nothing is left in is asked for its provider again; that is no harm of the repair. */
const errors = (settings: Settings) =>
  found(settings).filter(
    ({ severity, rule, domain }) =>
      severity === 'error' && !(rule === 'required-key' && settings.get(domain ?? '')?.entries.length === 0),
  ).length
const same = (left: Issue, right: Issue) =>
  left.rule === right.rule && left.domain === right.domain && left.path.join('/') === right.path.join('/')

const offered = [
  ...casesOfAddresses,
  ...casesOfKeys,
  ...casesOfProviders,
  ...casesOfPasswords,
  ...casesOfValues,
  ...casesOfVendors,
].flatMap(([, domains]) =>
  found(settingsOf(domains))
    .filter(({ repair }) => repair !== undefined)
    .map((issue) => ({ rule: issue.rule, domains, issue })),
)

test.each(offered)(
  'the repair of $rule improves the next check, and twice is harmless: $domains',
  ({ domains, issue }) => {
    const settings = settingsOf(domains)
    const repair = issue.repair ?? { title: '', edits: [] }
    const after = mended(settings, repair)
    const left = found(after)
    expect(left.some((each) => same(each, issue) && each.message === issue.message)).toBe(false)
    expect(errors(after)).toBeLessThanOrEqual(errors(settings))
    expect(mended(after, repair)).toEqual(after)
    expect(untouched(after, repair)).toEqual(untouched(settings, repair))
    expect(unnamedKeys(issue)).toEqual([])
    expect(repair.edits.every(({ value }) => value === null || !isEmpty(value))).toBe(true)
    expect(places(issue).length).toBe(new Set(places(issue)).size)
  },
)

/** Every value that no edit of the repair is about, by its place. */
function untouched(settings: Settings, { edits }: Repair) {
  const within = (place: (string | number)[], node: PlistValue): [(string | number)[], PlistValue][] =>
    node.type === 'dict'
      ? node.entries.flatMap(({ key, value }) => within([...place, key], value))
      : node.type === 'array'
        ? node.items.flatMap((item, index) => within([...place, index], item))
        : [[place, node]]
  const edited = edits.map(({ domain, path }) => [domain, ...path])
  return [...settings]
    .flatMap(([domain, root]) => within([domain], root))
    .filter(
      ([place]) =>
        !edited.some((path) => path.every((step, at) => typeof step === 'number' || place[at] === step)),
    )
}

/** Keys that the repair changes although neither the place, nor the message, nor its title speaks of them. */
function unnamedKeys({ path, message, repair }: Issue): string[] {
  return (repair?.edits ?? [])
    .map((edit) => String(edit.path.findLast((step) => typeof step === 'string')))
    .filter((key) => !path.includes(key) && !`${message} ${repair?.title}`.includes(key))
}

function isEmpty(value: NonNullable<NonNullable<Issue['repair']>['edits'][number]['value']>): boolean {
  return value.type === 'string' && value.value.trim() === ''
}
