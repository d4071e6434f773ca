import { beforeEach, expect, it, vi } from 'vitest'
import { untouched } from './export-choice'
import { rememberExport, rememberedChoice, rememberedOrganization } from './export-memory'

const id = (number: number) => `7d9a0c4e-5a1f-4c1e-9d55-${String(number).padStart(12, '0')}`
let items: Map<string, string>

beforeEach(() => {
  items = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => items.set(name, text),
  })
})

it('a configuration keeps its own choice, without the decision about credentials', () => {
  rememberExport(id(1), { ...untouched, form: 'direct', credentials: 'keep' } as typeof untouched, '')
  rememberExport(id(2), { ...untouched, kind: 'plist' }, '')
  expect(rememberedChoice(id(1))).toEqual({
    kind: 'mobileconfig',
    form: 'direct',
    files: 'one',
    format: 'xml',
  })
  expect(rememberedChoice(id(2))?.kind).toBe('plist')
  expect(rememberedChoice(id(3))).toBeNull()
  expect([...items.values()].join()).not.toContain('keep')
})

it('the organization of the last profile that has one is offered', () => {
  rememberExport(id(1), untouched, 'Acme')
  rememberExport(id(2), untouched, '')
  expect(rememberedOrganization()).toBe('Acme')
})

it('those exported last are kept', () => {
  for (let number = 0; number <= 100; number += 1) {
    rememberExport(id(number), untouched, '')
  }
  expect([rememberedChoice(id(0)), rememberedChoice(id(1)) !== null]).toEqual([null, true])
})

it.each(['', 'no JSON', '{}', '[{"id":"x"}]', `[{"id":"${id(1)}","choice":{"kind":"exe"}}]`])(
  'what somebody else wrote there counts as nothing: %j',
  (text) => {
    items.set('latchkey-exports', text)
    expect(rememberedChoice(id(1))).toBeNull()
    rememberExport(id(1), untouched, '')
    expect(rememberedChoice(id(1))).not.toBeNull()
  },
)

it('a browser that keeps nothing is no obstacle', () => {
  vi.stubGlobal('localStorage', undefined)
  rememberExport(id(1), untouched, '')
  expect([rememberedChoice(id(1)), rememberedOrganization()]).toEqual([null, ''])
})
