import { expect, test } from 'vitest'
import { setUpGuides } from '@/lib/products/set-up'
import type { Source, Step } from '@/lib/schema/set-up'
import { fieldsIn, progressInWords, progressOf } from './standing'

const sources: readonly [Source] = [{ label: 'A page', url: 'https://example.com/' }]
const step = (id: string, rest: Partial<Step> = {}): Step => ({ id, title: id, sources, ...rest })

test('each field stands once, in the first step that brings its value; a later step leads there', () => {
  const first = step('first', { brings: [{ label: 'ID', keys: ['login/OIDCClientID', 'login/OIDCROPGID'] }] })
  const second = step('second', {
    brings: [{ label: 'ID', keys: ['login/OIDCClientID', 'login/OIDCTenant'] }],
  })
  const fields = fieldsIn({ steps: [first, second] })
  const named = (id: string) =>
    fields.get(id)?.map(({ keys, elsewhere }) => ({
      keys: keys.map(({ name }) => name),
      elsewhere: elsewhere.map(({ key, step: { id: of } }) => `${key.name} in ${of}`),
    }))
  expect(named('first')).toEqual([{ keys: ['OIDCClientID', 'OIDCROPGID'], elsewhere: [] }])
  expect(named('second')).toEqual([{ keys: ['OIDCTenant'], elsewhere: ['OIDCClientID in first'] }])
})

test('no guide shows a field twice', () => {
  for (const guide of setUpGuides) {
    const ids = [...fieldsIn(guide).values()].flat().flatMap(({ keys }) => keys.map(({ id }) => id))
    expect([guide.id, new Set(ids).size]).toEqual([guide.id, ids.length])
  }
})

test('steps that only some do are counted apart', () => {
  const guide = { id: 'guide', steps: [step('a'), step('b'), step('c', { optional: true })] }
  const told = (...done: string[]) =>
    progressInWords(progressOf(guide, (of, id) => of === 'guide' && done.includes(id)))
  expect(told()).toBe('0 of 2 done, and 0 of 1 optional step')
  expect(told('a', 'c')).toBe('1 of 2 done, and 1 of 1 optional step')
  expect(progressInWords(progressOf({ id: 'guide', steps: [step('a')] }, () => true))).toBe('1 of 1 done')
})
