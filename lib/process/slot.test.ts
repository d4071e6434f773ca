import { expect, it, vi } from 'vitest'

it('a copy of a module finds what another copy put there, and a name holds one value', async () => {
  const { slot } = await import('./slot')
  slot<string>('pass').value = 'from the server'
  vi.resetModules()
  const copy = await import('./slot')
  expect(copy.slot).not.toBe(slot)
  expect(copy.slot<string>('pass').orMake(() => 'another')).toBe('from the server')
  expect(copy.slot<string>('stopping').value).toBeUndefined()
})

it('a value is made once, and made again after it was taken away', async () => {
  const { slot } = await import('./slot')
  const place = slot<number>('stopping')
  const make = vi.fn(() => 1)
  expect([place.orMake(make), place.orMake(make)]).toEqual([1, 1])
  place.value = undefined
  place.orMake(make)
  expect(make).toHaveBeenCalledTimes(2)
})
