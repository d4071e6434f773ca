import { expect, it, vi } from 'vitest'
import { rememberCatchChoice, rememberedCatchChoice } from './catch-memory'

it('the answer is kept until another is given, and nothing else counts as one', () => {
  const items = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => items.set(name, text),
  })
  expect(rememberedCatchChoice()).toBeNull()
  for (const choice of ['catch', 'paste'] as const) {
    rememberCatchChoice(choice)
    expect(rememberedCatchChoice()).toBe(choice)
  }
  for (const name of items.keys()) {
    items.set(name, 'yes')
  }
  expect(rememberedCatchChoice()).toBeNull()
})

it('a browser that keeps nothing is asked each time', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('denied')
    },
    setItem: () => {
      throw new Error('denied')
    },
  })
  rememberCatchChoice('catch')
  expect(rememberedCatchChoice()).toBeNull()
})
