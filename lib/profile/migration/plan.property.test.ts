import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equal, valueAt } from '../../plist/tree'
import type { PlistPath, PlistValue } from '../../plist/value'
import type { KeyId } from '../../products/jamf-connect/manifests/key-ids'
import type { Written } from '../../products/jamf-connect/migration/ancestor'
import { ancestors } from '../../products/jamf-connect/migration/ancestors'
import { applyEdits } from '../edit'
import { type Plain, payload, plain, uuids } from '../fixtures/sample-trees'
import { inspect } from '../inspect'
import { findSettings, settingsByDomain } from '../payloads/shapes'
import { choiceOf, migrationEdits } from './edits'
import { CONNECT, LOGIN, managed, OLD, profileWith } from './fixtures/old-profiles'
import { type Choice, keyOf, planMigration } from './plan'

/** Any settings of any ancestor, with values that fit and such that do not, beside settings of today or none. */
const anyValue = fc.oneof<fc.Arbitrary<Plain>[]>(
  fc.boolean(),
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.constantFrom(
    ...[
      'corp.example.test',
      'CORP.EXAMPLE.TEST',
      '/usr/local/a.png',
      'https://acme.okta.com/',
      'openid email',
    ],
    ...['https://login.microsoftonline.com/common', 'URL', 'Azure', 'Custom', '12', '', 'true'],
  ),
  fc.array(fc.constantFrom('one', 'two'), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('Item', 'minLength'), fc.constantFrom('a', '8'), { maxKeys: 2 }),
)
const anyOld = fc
  .constantFrom(...ancestors)
  .chain((ancestor) =>
    fc
      .dictionary(
        fc.constantFrom('Invented', ...new Set(ancestor.rows.map(({ path: [name = ''] }) => name))),
        anyValue,
        { minKeys: 1, maxKeys: 12 },
      )
      .map((settings) => ({ domain: ancestor.domain, settings })),
  )
const anyProfile = fc
  .record({
    olds: fc.uniqueArray(anyOld, { minLength: 1, maxLength: 3, selector: ({ domain }) => domain }),
    inManaged: fc.boolean(),
    today: fc.boolean(),
  })
  .map(({ olds, inManaged, today }) =>
    profileWith(
      ...olds.map(({ domain, settings }, at) => ({
        ...(inManaged ? managed(domain, settings) : payload(domain, OLD, settings)),
        PayloadUUID: OLD.replace(/^1/, String(at + 2)),
      })),
      ...(today
        ? [
            payload(CONNECT, uuids.connect, {
              IdPSettings: { Provider: 'Custom' },
              HiddenMenuItems: ['about'],
            }),
          ]
        : []),
    ),
  )

/** Every value of a tree, with where it stands. */
function leavesOf(node: PlistValue, path: PlistPath = []): string[] {
  if (node.type === 'dict') {
    return node.entries.flatMap(({ key, value }) => leavesOf(value, [...path, key]))
  }
  return node.type === 'array'
    ? node.items.flatMap((item, at) => leavesOf(item, [...path, at]))
    : [`${path.join('/')} = ${node.type === 'string' ? node.value : node.type}`]
}

/** The value of a key of today. */
function heldAt(root: PlistValue, id: KeyId): PlistValue | undefined {
  const { domain, path } = keyOf(id)
  const dict = settingsByDomain(root, findSettings(root)).get(domain)
  return dict && valueAt(dict, path)
}

/** Whether a value stands under a key of today that somebody chose to overwrite. */
const isOverwritten = (leaf: string, writes: readonly Written[]) =>
  writes.some(({ key, how }) => how === 'set' && leaf.includes(`/${keyOf(key).path.join('/')} = `))

const errorsOf = (root: PlistValue) => {
  const places = findSettings(root)
  return inspect(root, { places, settings: settingsByDomain(root, places) })
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'required-key')
    .map(({ rule, domain, path }) => `${rule} ${domain} ${path.join('/')}`)
}

describe('applied to any profile', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyProfile, (root) => {
        const after = applyEdits(root, migrationEdits(planMigration(root)))
        const again = applyEdits(after, migrationEdits(planMigration(after)))
        expect(equal(again, after)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('takes away what was chosen only, and nothing that stood elsewhere', () => {
    const anyChoices = fc.array(fc.nat(2), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(anyProfile, anyChoices, (root, numbers) => {
        const plan = planMigration(root)
        const all = plan.groups.flatMap((group) => group.items)
        const items = new Map(
          all.map(({ id, choices }, at) => [id, choices[(numbers[at] ?? 0) % choices.length] as Choice]),
        )
        const chosen = all.filter(({ id }) => items.get(id) !== 'leave')
        const written = chosen.flatMap(({ id }) => plan.planned.get(id)?.writes ?? [])
        const open = [
          ...chosen.map(({ id }) => id),
          ...plan.groups.filter(({ domain }) => domain === LOGIN).map(({ id }) => id),
        ]
        const after = applyEdits(root, migrationEdits(plan, { items }))
        const held = new Set(leavesOf(after))
        const lost = leavesOf(root).filter(
          (leaf) =>
            !held.has(leaf) && !open.some((id) => leaf.startsWith(id)) && !isOverwritten(leaf, written),
        )
        expect(lost).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('takes over what was chosen', () => {
    fc.assert(
      fc.property(anyProfile, (root) => {
        const plan = planMigration(root)
        const taken = plan.groups
          .flatMap(({ items }) => items)
          .filter((item) => choiceOf(item) === 'take')
          .flatMap(({ id }) => plan.planned.get(id)?.writes ?? [])
        const after = applyEdits(root, migrationEdits(plan))
        for (const { key, value, how, orElse = [] } of taken) {
          const now = heldAt(after, key)
          const items = how === 'add' && now?.type === 'array' && value.type === 'array' ? now.items : null
          const there =
            items === null
              ? now !== undefined && (equal(now, value) || orElse.includes(String(plain(now))))
              : value.type === 'array' && value.items.every((each) => items.some((item) => equal(item, each)))
          expect(there, key).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('makes no error that was not there, but for keys that are still to be written', () => {
    fc.assert(
      fc.property(anyProfile, (root) => {
        const before = new Set(errorsOf(root))
        const after = errorsOf(applyEdits(root, migrationEdits(planMigration(root))))
        expect(after.filter((error) => !before.has(error))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
