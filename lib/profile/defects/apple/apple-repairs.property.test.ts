import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equal } from '../../../plist/tree'
import type { PlistDict, PlistValue } from '../../../plist/value'
import type { Fact, PayloadFacts } from '../../../products/apple/payloads/fact'
import { payloadFacts } from '../../../products/apple/payloads/payload-facts'
import { envelopeIssues } from '../../defects'
import { applyEdits } from '../../edit'
import { dict, payload, profile, uuids } from '../../fixtures/sample-trees'
import { findSettings } from '../../payloads/shapes'

const today = new Date('2026-11-22T12:00:00Z')
const issuesOf = (root: PlistValue) => envelopeIssues(root, findSettings(root), { today })

const scalar: fc.Arbitrary<PlistValue> = fc.oneof(
  fc
    .constantFrom(
      'true',
      'no',
      '1',
      '12',
      '',
      'x',
      'Allow',
      'redirect',
      'bundleid',
      '{{name}}',
      '$SERIALNUMER',
    )
    .map((value): PlistValue => ({ type: 'string', value })),
  fc.boolean().map((value): PlistValue => ({ type: 'boolean', value })),
  fc.integer({ min: -2, max: 30 }).map((value): PlistValue => ({ type: 'integer', value: BigInt(value) })),
  fc.constantFrom('1.0', '1.2').map((text): PlistValue => ({ type: 'real', value: Number(text), text })),
)

/** A value for a key: mostly of the shape that is documented, with anything where a scalar stands. */
function valueFor(fact: Fact, depth: number): fc.Arbitrary<PlistValue> {
  const { keys, items } = fact
  if (depth > 0 && fact.type === 'array' && items !== undefined) {
    const listed = fc
      .array(valueFor(items, depth - 1), { maxLength: 3 })
      .map((each): PlistValue => ({ type: 'array', items: each }))
    return fc.oneof({ weight: 3, arbitrary: listed }, scalar)
  }
  return depth > 0 && fact.type === 'dict' && keys !== undefined && Object.keys(keys).length > 0
    ? fc.oneof({ weight: 3, arbitrary: dictionaryFor(keys, depth - 1) }, scalar)
    : scalar
}

const changes: readonly ((key: string) => string)[] = [
  (key) => key,
  (key) => key,
  (key) => key.toLowerCase(),
  (key) => key.slice(0, 3) + key.slice(4),
]

/** Some of the keys, a few of them misspelt. */
function dictionaryFor(keys: PayloadFacts['keys'], depth: number): fc.Arbitrary<PlistDict> {
  return fc
    .subarray(Object.entries(keys), { maxLength: Math.min(6, Object.keys(keys).length) })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(([key, fact]) =>
          fc
            .tuple(fc.constantFrom(...changes), valueFor(fact, depth))
            .map(([change, value]) => ({ key: change(key), value })),
        ),
      ),
    )
    .map((entries) => ({
      type: 'dict',
      entries: entries.filter(({ key }, at) => entries.findIndex((other) => other.key === key) === at),
    }))
}

const profiles: fc.Arbitrary<PlistDict> = fc.constantFrom(...payloadFacts).chain(({ type, keys }) =>
  dictionaryFor(keys, 4).map(({ entries }) => {
    const common = dict(payload(type, uuids.connect))
    const own = entries.filter(({ key }) => !common.entries.some((each) => each.key === key))
    const whole: PlistDict = { type: 'dict', entries: [...common.entries, ...own] }
    return {
      type: 'dict',
      entries: profile([]).entries.map((entry) =>
        entry.key === 'PayloadContent' ? { key: entry.key, value: { type: 'array', items: [whole] } } : entry,
      ),
    }
  }),
)

test('a repair of a payload of Apple removes its issue, and made twice it is the same', () => {
  let repaired = 0
  fc.assert(
    fc.property(profiles, (root) => {
      for (const { rule, path, repair } of issuesOf(root)) {
        if (repair === undefined) {
          continue
        }
        repaired += 1
        const once = applyEdits(root, repair.edits)
        expect(
          issuesOf(once).filter((each) => each.rule === rule && String(each.path) === String(path)),
        ).toEqual([])
        expect(equal(applyEdits(once, repair.edits), once)).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
  expect(repaired).toBeGreaterThan(100)
})
