import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equal } from '../plist/tree'
import type { PlistValue } from '../plist/value'
import { movedMembers } from './containers/repeated-member'
import { fromTypedJson, keysOutOfOrder, outOfOrder, toTypedJson } from './typed-json'

const scalar: fc.Arbitrary<PlistValue> = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((value) => ({ type: 'string', value }) as const),
  fc.boolean().map((value) => ({ type: 'boolean', value }) as const),
  fc.bigInt(-(2n ** 127n), 2n ** 128n - 1n).map((value) => ({ type: 'integer', value }) as const),
  fc.integer().map((value) => ({ type: 'integer', value: BigInt(value) }) as const),
  fc.double().map((value) => ({ type: 'real', value }) as const),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e11, max: 1e11 })
    .map((value) => ({ type: 'date', value: value + 0 }) as const),
  fc.uint8Array().map((value) => ({ type: 'data', value }) as const),
  fc.nat().map((value) => ({ type: 'uid', value }) as const),
)

/** Integer-like keys are left out: JSON.parse puts them first. */
const key = fc.oneof(
  fc.constantFrom('$data', '$dict', '$real', '__proto__'),
  fc.string().filter((text) => !/^\d+$/.test(text)),
)

const { value: anyValue } = fc.letrec<{ value: PlistValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value')).map((items) => ({ type: 'array', items }) as const),
    fc
      .uniqueArray(fc.record({ key, value: tie('value') }), { selector: (entry) => entry.key })
      .map((entries) => ({ type: 'dict', entries }) as const),
  ),
}))

test('every value comes back from JSON with its type and order', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const text = toTypedJson(value)
      const back = fromTypedJson(JSON.parse(text), 'it')
      expect(equal(back, value), text).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('keys that look like numbers keep their place', () => {
  const entry = (name: string) => ({ key: name, value: { type: 'string', value: name } }) as const
  expect(toTypedJson({ type: 'dict', entries: [entry('b'), entry('2'), entry('1')] })).toBe(
    '{\n  "b": "b",\n  "2": "2",\n  "1": "1"\n}',
  )
})

test.each([
  'null',
  '{"a":null}',
  '1e300',
  `${'['.repeat(200)}${']'.repeat(200)}`,
  '{"$data":"!"}',
  '{"$date":"soon"}',
  '{"$integer":1}',
  '{"$uid":-1}',
])('%s is refused with a sentence', (text) => {
  expect(() => fromTypedJson(JSON.parse(text), 'Key')).toThrow(/^Key /)
})

test('the keys that JSON gives another place are those of which JSON.parse changes the order', () => {
  const name = fc.oneof(
    fc.nat(30).map(String),
    fc.constantFrom('a', '01', '-1', '1e3', '4294967294', '4294967295'),
  )
  fc.assert(
    fc.property(fc.uniqueArray(name), (names) => {
      const text = `{${names.map((each) => `${JSON.stringify(each)}:0`).join()}}`
      const entries = names.map((key) => ({ key, value: { type: 'boolean', value: true } as const }))
      const kept = Object.keys(JSON.parse(text)).join() === names.join()
      expect(outOfOrder(names).length === 0).toBe(kept)
      expect(keysOutOfOrder({ type: 'array', items: [{ type: 'dict', entries }] })).toEqual(outOfOrder(names))
      expect(movedMembers(`[${text}]`)).toEqual(outOfOrder(names))
    }),
  )
})
