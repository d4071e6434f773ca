import { expect, it } from 'vitest'
import { addressOfTwo, asSearch, chosenBy, otherIn, withVersion } from './chosen'

const of = (search: string, newest: number) => chosenBy(new URLSearchParams(search), newest)
const own = '7d9a0c4e-5a1f-4c1e-9d55-0f3b8f0a2c11'
const other = '7d9a0c4e-5a1f-4c1e-9d55-0f3b8f0a2c12'

it('the newest version stands beside the one before, unless the address names others', () => {
  expect(of('', 9)).toEqual({ from: 8, other: null, to: 9, view: 'keys' })
  expect(of('', 1)).toEqual({ from: 1, other: null, to: 1, view: 'keys' })
  expect(of('from=2&to=5&view=xml', 9)).toEqual({ from: 2, other: null, to: 5, view: 'xml' })
  expect(of('to=5', 9)).toEqual({ from: 4, other: null, to: 5, view: 'keys' })
})

it('versions that are not there are not chosen', () => {
  for (const search of ['from=0&to=10', 'from=-1&to=1e1', 'from=02&to=+3', 'from=x&to=']) {
    expect(of(search, 9)).toEqual({ from: 8, other: null, to: 9, view: 'keys' })
  }
})

it('an address that was written is read as what was chosen', () => {
  for (const view of ['keys', 'xml'] as const) {
    expect(of(asSearch({ from: 7, other: null, to: 3, view }), 9)).toEqual({
      from: 7,
      other: null,
      to: 3,
      view,
    })
    const address = addressOfTwo({ id: own, version: 7 }, { id: other, version: 30 }, view)
    const search = new URLSearchParams(address.split('?')[1])
    expect(address.startsWith(`/configurations/${own}/history?`)).toBe(true)
    expect(otherIn(search, own)).toBe(other)
    expect(chosenBy(search, 9, { id: other, version: 40 })).toEqual({ from: 7, other, to: 30, view })
  }
})

it('two configurations are compared at their newest versions, unless the address names others that are there', () => {
  const two = (search: string) => chosenBy(new URLSearchParams(search), 9, { id: other, version: 3 })
  expect(two('')).toEqual({ from: 9, other, to: 3, view: 'keys' })
  expect(two('from=2&to=1')).toEqual({ from: 2, other, to: 1, view: 'keys' })
  expect(two('from=10&to=4')).toEqual({ from: 9, other, to: 3, view: 'keys' })
})

it('no configuration is compared with itself, and none that has no id', () => {
  const named = (text: string) => otherIn(new URLSearchParams({ with: text }), own)
  expect([named(own), named(own.toUpperCase()), named(''), named('x'), named(`${other}/..`)]).toEqual(
    Array(5).fill(null),
  )
  expect([named(other), named(other.toUpperCase())]).toEqual([other, other])
})

it('a version is compared with the one before, the first with the newest, and any with that of another configuration', () => {
  const alone = { from: 4, other: null, to: 5, view: 'xml' } as const
  expect(withVersion(alone, 3, 9)).toEqual({ ...alone, from: 2, to: 3 })
  expect(withVersion(alone, 1, 9)).toEqual({ ...alone, from: 1, to: 9 })
  expect(withVersion({ ...alone, other }, 3, 9)).toEqual({ ...alone, other, from: 3 })
})
