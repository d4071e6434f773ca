import fc from 'fast-check'
import type { PlistDict, PlistEntry, PlistPath, PlistValue } from '../value'

/** Seconds since 2001 of the years 1 and 9999: what XML dates hold. */
const FIRST_DATE = -63_113_904_000
const LAST_DATE = 252_423_993_599

const CHARACTER = fc.oneof(
  { weight: 8, arbitrary: fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '&',
      '<',
      '>',
      ']]>',
      '\r',
      '\n',
      '\r\n',
      '\t',
      '"',
      "'",
      ' ',
      '<!--',
      '&amp;',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\u00e9',
      '\u4e16',
      '\ud83d\ude00',
      '\u0301',
      '\u0085',
      '\u2028',
      '\ufffd',
      '\ufeff',
    ),
  },
)

const text = fc.string({ unit: CHARACTER, maxLength: 20 })
const key = fc.oneof(
  text,
  fc.constantFrom('a', 'b', 'c', 'd', '1', '10', '2', '__proto__', 'constructor', 'Okta.Url', ''),
)

const scalar: fc.Arbitrary<PlistValue> = fc.oneof(
  text.map((value): PlistValue => ({ type: 'string', value })),
  fc.boolean().map((value): PlistValue => ({ type: 'boolean', value })),
  fc
    .oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }), fc.bigInt({ min: -70_000n, max: 70_000n }))
    .map((value): PlistValue => ({ type: 'integer', value })),
  fc
    .oneof(
      fc.double(),
      fc.integer().map((value) => value / 4),
    )
    .map((value): PlistValue => ({ type: 'real', value })),
  fc.integer({ min: FIRST_DATE, max: LAST_DATE }).map((value): PlistValue => ({ type: 'date', value })),
  fc.uint8Array({ maxLength: 80 }).map((value): PlistValue => ({ type: 'data', value })),
)

function dict(values: fc.Arbitrary<PlistValue>): fc.Arbitrary<PlistDict> {
  const entry: fc.Arbitrary<PlistEntry> = fc.record({ key, value: values }, { noNullPrototype: true })
  return fc
    .uniqueArray(entry, { selector: (item) => item.key, maxLength: 6 })
    .map((entries) => ({ type: 'dict', entries }))
}

/** Trees of every type that XML can hold; UIDs are left out because XML spells them as dicts. */
export const tree: fc.Arbitrary<PlistValue> = fc.letrec<{ value: PlistValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    dict(tie('value')),
    fc.array(tie('value'), { maxLength: 6 }).map((items): PlistValue => ({ type: 'array', items })),
  ),
})).value

/** Trees with a dict at the root, as profiles have. */
export const dictTree: fc.Arbitrary<PlistDict> = dict(tree)

/** What writers make a text of in which keys stand more than once; no reader gives such a tree. */
export const repeatingTree: fc.Arbitrary<PlistDict> = fc.letrec<{ dict: PlistDict }>((tie) => ({
  dict: fc
    .array(
      fc.record(
        {
          key: fc.constantFrom('a', 'b', 'c', 'd e'),
          value: fc.oneof({ maxDepth: 2 }, scalar, tie('dict')),
        },
        { noNullPrototype: true },
      ),
      { maxLength: 8 },
    )
    .map((entries) => ({ type: 'dict', entries })),
})).dict

/** The same tree in other node objects, so that nothing is equal by identity. */
export function copied(value: PlistValue): PlistValue {
  switch (value.type) {
    case 'dict':
      return {
        type: 'dict',
        entries: value.entries.map((entry) => ({ key: entry.key, value: copied(entry.value) })),
      }
    case 'array':
      return { type: 'array', items: value.items.map(copied) }
    default:
      return { ...value }
  }
}

/** Every place in a tree, the root first. */
export function paths(value: PlistValue, path: PlistPath = []): PlistPath[] {
  const below =
    value.type === 'dict'
      ? value.entries.flatMap((entry) => paths(entry.value, [...path, entry.key]))
      : value.type === 'array'
        ? value.items.flatMap((item, index) => paths(item, [...path, index]))
        : []
  return [path, ...below]
}
