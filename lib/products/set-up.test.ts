import { expect, test } from 'vitest'
import type { Step } from '../schema/set-up'
import { keyWithId } from './keys'
import { products } from './products'
import { editsOf, guidesOf, setUpGuide, setUpGuides, stepsBehind } from './set-up'
import { templates } from './templates'

const steps = setUpGuides.flatMap((guide) => guide.steps.map((step) => ({ guide, step })))
const named = steps.map(({ guide, step }) => [`${guide.id}#${step.id}`, step] as const)

test('each guide and each step of a guide has a name of its own', () => {
  const ids = setUpGuides.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(named.map(([id]) => id)).size).toBe(named.length)
  for (const id of [...ids, ...steps.map(({ step }) => step.id)]) {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  }
})

test('a guide is found by its id, and by each of its providers', () => {
  for (const guide of setUpGuides) {
    expect(setUpGuide(guide.id)).toBe(guide)
    expect(guide.providers.every((provider) => guidesOf(provider).includes(guide))).toBe(true)
  }
  expect(setUpGuide('nobody')).toBeUndefined()
  expect(guidesOf(null)).toEqual([])
})

test('each guide starts from a template that there is, and is for providers that can be chosen', () => {
  const ids = templates.map(({ id }) => id)
  const known = products.flatMap(({ facts }) => facts.providers).map(({ id }) => id)
  for (const { id, template, providers } of setUpGuides) {
    expect([id, template === undefined || ids.includes(template)]).toEqual([id, true])
    expect([id, providers.filter((provider) => !known.includes(provider))]).toEqual([id, []])
  }
})

test('a guide has steps, or says what is not possible', () => {
  expect(setUpGuides.filter(({ steps, limits = [] }) => steps.length + limits.length === 0)).toEqual([])
})

test.each(named)('%s names keys that there are, with values of their types', (_, step) => {
  const ids = [
    ...(step.carries ?? []).flatMap(({ value }) => (typeof value === 'string' ? [] : [value.key])),
    ...(step.brings ?? []).flatMap(({ keys }) => keys),
  ]
  expect(ids.filter((id) => keyWithId(id) === undefined)).toEqual([])
  const types = { boolean: 'boolean', string: 'string', choice: 'string', 'string-list': 'array' } as const
  for (const { domain, path, value } of editsOf(step)) {
    const kind = keyWithId((step.sets ?? []).find(({ key }) => keyAt(key, domain, path))?.key ?? '')
      ?.definition.kind
    expect(value?.type).toBe(types[kind as keyof typeof types])
  }
})

test.each(named)('%s rests on sources that can be opened', (_, { sources }) => {
  for (const { label, url } of sources) {
    expect(label).not.toBe('')
    expect(new URL(url).protocol).toBe('https:')
  }
})

test.each(named)('%s is told in whole sentences below a heading that is none', (_, step) => {
  expect(step.title).not.toMatch(/[.:!?]$/)
  for (const sentence of sentencesOf(step)) {
    expect(sentence).toMatch(/[.?]$/)
  }
})

const requests = setUpGuides.flatMap(({ id, requests: own = [] }) =>
  own.map((request) => [`${id}#${request.id}`, request] as const),
)

test('each request of a guide has a name of its own', () => {
  expect(new Set(requests.map(([id]) => id)).size).toBe(requests.length)
  expect(requests.filter(([, { id }]) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
})

test('no request asks for a key that is not there or for a credential, and each says something without any', () => {
  for (const [id, { text }] of requests) {
    const asked: string[] = []
    expect([id, text((key) => void asked.push(key)).trim()]).not.toEqual([id, ''])
    const definitions = asked.map((key) => keyWithId(key)?.definition)
    expect([id, definitions.every((each) => each !== undefined && !each.secret && !each.sensitive)]).toEqual([
      id,
      true,
    ])
  }
})

test('a finding leads to the step that names its diagnosis, else its check, once in each guide', () => {
  const told = (finding: Parameters<typeof stepsBehind>[0]) =>
    stepsBehind(finding, guidesOf('EntraID')).map(({ guide, step }) => `${guide.id}#${step.id}`)
  expect(told({ check: 'ropg.client', row: 'entra-not-public' })).toEqual(
    expect.arrayContaining(['entra#public-client-flows', 'entra-conditional-access#public-client-flows']),
  )
  expect(told({ check: 'oidc.redirect-uri' })).toContain('entra#register')
  expect(told({ check: 'oidc.redirect-uri', row: 'entra-consent' })).toContain('entra#consent')
  expect(told({ check: 'oidc.state' })).toEqual([])
  expect(stepsBehind({ check: 'oidc.redirect-uri' }, guidesOf(null))).toEqual([])
})

test('a step that sets a key which no manifest has is a mistake in the code', () => {
  expect(() => editsOf({ sets: [{ key: 'login/Nobody', value: true }] })).toThrow(RangeError)
})

const sentencesOf = ({ text, pitfalls = [], unconfirmed }: Step) =>
  [text, unconfirmed, ...pitfalls.map((pitfall) => pitfall.text)].filter((each) => each !== undefined)

const keyAt = (id: string, domain: string | null, path: readonly (string | number)[]) =>
  keyWithId(id)?.domain === domain && keyWithId(id)?.path.join() === path.join()
