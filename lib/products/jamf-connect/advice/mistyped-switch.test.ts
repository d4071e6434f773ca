import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition } from '../../../schema/condition-type'
import { type Plain, settingsOf } from '../../../schema/fixtures/settings'
import { mended } from '../../../schema/mend'
import type { Settings } from '../../../schema/settings'
import { checkSettings } from '../../check'
import { allKeys } from '../keys'

const today = new Date('2026-11-22T10:00:00Z')
const found = (settings: Settings) => checkSettings(settings, { today })
const state = (settings: Settings) =>
  JSON.stringify([...settings], (_, value) => (typeof value === 'bigint' ? `${value}n` : value))
const locksOut = (settings: Settings) => found(settings).some(({ rule }) => rule === 'lock-out')

/** Keys of the login window that a condition on a switch is about, and the keys with such a condition. */
function switchesIn(condition: Condition | undefined): string[] {
  if (condition === undefined || condition === 'always' || 'provider' in condition) {
    return []
  }
  if ('all' in condition || 'any' in condition) {
    return ('all' in condition ? condition.all : condition.any).flatMap(switchesIn)
  }
  if ('not' in condition) {
    return switchesIn(condition.not)
  }
  return 'is' in condition && condition.is.some((each) => typeof each === 'boolean') ? [condition.key] : []
}
const pairs = allKeys.flatMap(({ domain, name, path, definition, appliesWhen }) =>
  path.length === 1 && domain === 'com.jamf.connect.login'
    ? [appliesWhen, definition.needs].flatMap(switchesIn).map((on) => ({ on, name, kind: definition.kind }))
    : [],
)
const valueOfKind = (kind: string): Plain =>
  kind === 'boolean' ? true : kind === 'string-list' ? ['rescue'] : kind === 'integer' ? 5 : 'value'

test('there are switches that other keys hang on', () => {
  expect(pairs.map(({ on }) => on)).toEqual(expect.arrayContaining(['DenyLocal', 'EnableFDE', 'Migrate']))
})

test.each(pairs.flatMap((pair) => ['yes', 'TRUE', 1, 3, 'Y'].map((value) => ({ ...pair, value }))))(
  'beside $on as $value, $name is not said to have no effect',
  ({ on, name, kind, value }) => {
    const others = pairs.filter((each) => each.name === name && each.on !== on).map((each) => [each.on, true])
    const login = { ...Object.fromEntries(others), [on]: value, [name]: valueOfKind(kind) }
    const about = found(settingsOf({ login: { OIDCProvider: 'Custom', ...login } }))
      .filter(({ rule }) => rule === 'not-applicable' || rule === 'needs-another-key')
      .filter(({ path, message }) => path[0] === name && message.includes(`${on} is not on`))
    expect(about).toEqual([])
  },
)

test('beside a switch that is off, in words or not, the key has no effect', () => {
  for (const DenyLocal of [false, 'no', 0]) {
    const login = { OIDCProvider: 'EntraID', DenyLocal, LocalFallback: true }
    expect(found(settingsOf({ login })).map(({ rule }) => rule)).toContain('not-applicable')
  }
})

const wrong = fc.constantFrom<Plain>(
  'true',
  'NO',
  'on',
  'y',
  'perhaps',
  '',
  0,
  1,
  2,
  0.5,
  ['x'],
  { a: 1 },
  true,
  false,
)
const OIDCProvider = fc.constantFrom<Plain>('EntraID', 'Okta', 'Custom')
const names = fc.constantFrom<Plain>('rescue', ['rescue'], [], ['root'], ['rescue; other'], true)
const hidden = fc.constantFrom<Plain>(['anna'], 'anna')
const optional = { requiredKeys: ['OIDCProvider'] } as { requiredKeys: ['OIDCProvider'] }
const settings: fc.Arbitrary<{ [key: string]: Plain }> = fc.oneof(
  fc.record({ OIDCProvider, DenyLocal: wrong, LocalFallback: wrong, DenyLocalExcluded: names }, optional),
  fc.record({ OIDCProvider, DenyLocal: wrong, LocalFallback: wrong, Migrate: wrong }, optional),
  fc.record({ OIDCProvider, Migrate: wrong, MigrateUsersHide: hidden }, optional),
  fc.record({ OIDCProvider, EnableFDE: wrong, EnableFDERecoveryKey: wrong }, optional),
)

/** Walks every sequence of offered repairs; fails on one that comes back, and on a lock-out that one brings. */
function walk(here: Settings, behind: readonly string[], done: Set<string>): void {
  const name = state(here)
  expect(behind).not.toContain(name)
  if (done.has(name)) {
    return
  }
  for (const { repair } of found(here)) {
    if (repair !== undefined) {
      const after = mended(here, repair)
      expect(locksOut(after) && !locksOut(here), `${repair.title} locks people out of ${name}`).toBe(false)
      walk(after, [...behind, name], done)
    }
  }
  done.add(name)
}

test('no sequence of offered repairs comes back to where it was, or locks people out', () => {
  fc.assert(
    fc.property(settings, (login) => walk(settingsOf({ login }), [], new Set())),
    { numRuns: 60 },
  )
}, 60_000)
