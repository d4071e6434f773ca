import { expect, test } from 'vitest'
import { isAppleType, isPreferenceType } from '../payload-types'
import type { Fact, Facts } from './fact'
import { payloadFacts } from './payload-facts'

test('payloads around a sign-in are described, each once; only the Kerberos extension shares a type', () => {
  expect(new Set(payloadFacts.map(({ type }) => type)).size).toBe(payloadFacts.length)
  expect(payloadFacts.length).toBeGreaterThan(30)
  for (const { type, keys, others } of payloadFacts) {
    expect(Object.keys(keys).length > 0 || others !== undefined, type).toBe(true)
  }
})

test.each(payloadFacts.map((facts) => [facts.type, facts] as const))(
  'the facts of %s agree with each other',
  (_type, { keys }) => {
    for (const { name, fact, beside } of allOf(keys)) {
      const { required, instead, successor, values, min, max, default: standard } = fact
      expect(instead === undefined || instead in beside, name).toBe(true)
      expect(successor === undefined || factAt(keys, successor) !== undefined, name).toBe(true)
      if (typeof required === 'object') {
        expect(beside[required.key]?.values, name).toContain(required.is)
      }
      for (const value of [...(values ?? []), ...(standard === undefined ? [] : [standard])]) {
        expect(typeof value === 'number' ? 'integer' : typeof value, name).toBe(fact.type)
      }
      expect((min ?? 0) <= (max ?? Number.POSITIVE_INFINITY), name).toBe(true)
      expect(
        [fact.since, fact.deprecated].filter(
          (version) => version !== undefined && !/^\d+(\.\d+)+$/.test(version),
        ),
        name,
      ).toEqual([])
    }
  },
)

type Named = { readonly name: string; readonly fact: Fact; readonly beside: Facts }

/** Every key and entry, with the keys beside it. */
function allOf(keys: Facts): Named[] {
  return Object.entries(keys).flatMap(([name, fact]) => below({ name, fact, beside: keys }))
}

function below(each: Named): Named[] {
  const { keys = {}, items, others } = each.fact
  const inside = [items, others].flatMap((fact) => (fact ? below({ ...each, fact, beside: {} }) : []))
  return [each, ...inside, ...allOf(keys)]
}

function factAt(keys: Facts, path: string): Fact | undefined {
  const [first = '', ...rest] = path.split('/')
  const fact = keys[first]
  return rest.length === 0 ? fact : factAt(fact?.keys ?? {}, rest.join('/'))
}

test('what macOS keeps as preferences is the same in the facts and in the list that is read without them', () => {
  for (const { type, isDomain } of payloadFacts) {
    expect(isPreferenceType(type), type).toBe(isDomain === true)
    expect(isAppleType(type), type).toBe(true)
  }
})
