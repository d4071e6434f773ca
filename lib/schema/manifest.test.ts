import { expect, test } from 'vitest'
import type { Help, ProductHelp } from './help'
import type { KeyDefinition, Manifest } from './manifest'
import { manifestProblems } from './manifest-check'
import type { ProductFacts } from './product'

/** The tables of a product of which nothing is known but a tab. */
const facts: ProductFacts = {
  id: 'vendor-tool',
  title: 'Tool',
  reader: 'Tool',
  vendor: 'Vendor',
  manifests: [],
  retired: [],
  tabs: [{ id: 'login', title: 'Login' }],
  formats: {},
  providers: [],
}

const helpFor = (A: Help, source = 'https://vendor.test/page') => ({
  m: { s: { source, keys: { A } } },
})
const problemsOf = (
  manifests: readonly Manifest[],
  help: ProductHelp = helpFor({ description: 'Does it.' }),
) => manifestProblems({ ...facts, manifests }, help)

const good: KeyDefinition = {
  kind: 'boolean',
  title: 'A',
  on: 'it is done.',
  off: 'it is not done.',
  evidence: 'documented',
}
const base = {
  id: 's',
  title: 'S',
  description: 'Says it.',
  tab: 'login',
} as const

const manifest = (keys: { [key: string]: unknown }, section: object = {}): Manifest =>
  ({
    id: 'm',
    domain: 'test.vendor.test',
    title: 'M',
    description: 'M.',
    sections: [{ ...base, keys, ...section }],
  }) as unknown as Manifest

test('a manifest without a fault has no problem', () => {
  expect(problemsOf([manifest({ A: good })])).toEqual([])
})

test.each<[string, Manifest, string]>([
  ['an entry without a title', manifest({ A: { ...good, title: '' } }), 'm/A has no title.'],
  ['an entry without evidence', manifest({ A: { ...good, evidence: undefined } }), 'm/A has no evidence.'],
  [
    'an unknown key in a condition',
    manifest({ A: { ...good, required: { any: ['always', { not: { key: 'B', is: [true] } }] } } }),
    'A condition of m/A names B, which is no key.',
  ],
  [
    'the value of a key that there is not',
    manifest({ A: { ...good, offersValueOf: 'B' } }),
    'm/A offers the value of B, which is no key of its kind.',
  ],
  [
    'questions about a value that there is not',
    manifest({ A: { ...good, guidedFor: ['B'] } }),
    'm/A has questions about B, which is no option.',
  ],
  [
    'an unknown key of another domain in a condition',
    manifest({ A: { ...good, appliesWhen: { key: 'test.vendor.other:A', configured: true } } }),
    'A condition of m/A names test.vendor.other:A, which is no key.',
  ],
  [
    'an option without a label',
    manifest({ A: { ...good, kind: 'choice', options: { x: { label: '' } } } }),
    'The option x of m/A has no label.',
  ],
  [
    'a choice without options',
    manifest({ A: { ...good, kind: 'choice', options: {} } }),
    'm/A has no options.',
  ],
  [
    'a former spelling that is another option',
    manifest({
      A: { ...good, kind: 'choice', options: { x: { label: 'X' }, y: { label: 'Y', formerly: ['x'] } } },
    }),
    'The option m/A=x stands twice.',
  ],
  [
    'a default that is no option',
    manifest({ A: { ...good, kind: 'choice', options: { x: { label: 'X' } }, default: 'z' } }),
    'The default of m/A is not an option.',
  ],
  [
    'a function among the data',
    manifest({ A: { ...good, required: undefined, reader: () => true } }),
    'The manifests hold something that is not plain data.',
  ],
])('%s is refused', (_, bad, problem) => {
  expect(problemsOf([bad])).toContain(problem)
})

test.each<[string, ProductHelp, string]>([
  ['a key without a source', helpFor({ description: 'Does it.' }, ''), 'm/A has no source.'],
  [
    'a description without a period',
    helpFor({ description: 'Does it' }),
    'm/A: "Does it" does not end with a period.',
  ],
  [
    'a note without a period',
    helpFor({ description: 'Does it.', note: 'So' }),
    'm/A: "So" does not end with a period.',
  ],
  ['no address as a source', helpFor({ description: 'Does it.', source: 'a book' }), 'm/A has no source.'],
])('%s is refused', (_, help, problem) => {
  expect(problemsOf([manifest({ A: good })], help)).toEqual([problem])
})

test('a key without help is told', () => {
  expect(problemsOf([manifest({ A: good })], {})).toContain('m/A has no help.')
})

test('a key, a section, a domain and a manifest stand once', () => {
  const one = manifest({ A: good })
  const twoSections = { ...one, sections: [...one.sections, ...one.sections] }
  expect(problemsOf([twoSections])).toEqual(['The section m/s stands twice.', 'The key m/A stands twice.'])
  expect(problemsOf([one, one])).toEqual(
    expect.arrayContaining(['The manifest id m stands twice.', 'The domain test.vendor.test stands twice.']),
  )
})

test('names that no table of the product has are told', () => {
  const strange = manifest({
    A: { ...good, kind: 'string', format: 'colour', tab: 'attic', required: { provider: ['Nobody'] } },
  })
  const retired = [
    {
      domain: 'test.vendor.test',
      path: ['Old'],
      status: 'legacy',
      type: 'string',
      successor: { domain: 'test.vendor.test', path: ['New'] },
    },
  ] as const
  expect(
    manifestProblems(
      { ...facts, manifests: [{ ...strange, sameContentAs: 'test.vendor.gone' }], retired },
      helpFor({ description: 'Does it.' }),
    ),
  ).toEqual([
    'm/A has the format colour, which nobody reads.',
    'm/A is on the tab attic, which there is not.',
    'A condition of m/A names Nobody, which is no provider.',
    'm holds the same as test.vendor.gone, which is no domain.',
    'The successor of Old, New, is no key.',
  ])
})
