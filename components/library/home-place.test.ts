import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listQuery } from '@/lib/api/list'
import { listSorts } from '@/lib/api/list-order'
import { homeAddress, homePlaceIn, homeQuery } from './use-home-place'

const places = fc.record({
  find: fc.string({ maxLength: 200 }).filter((text) => !/\p{Cc}/u.test(text)),
  sort: fc.constantFrom(...listSorts),
  order: fc.constantFrom('asc' as const, 'desc' as const),
  page: fc.integer({ min: 1, max: 9_999_999 }),
})

it('every place has an address that leads back to it, and a question that the server takes', () => {
  fc.assert(
    fc.property(places, (place) => {
      const parameters = new URL(homeAddress(place), 'http://localhost').searchParams
      expect(homePlaceIn(parameters)).toEqual(place)
      const asked = Object.entries(homeQuery(place)).map(([name, value]) => [name, String(value)])
      expect(listQuery.safeParse(Object.fromEntries(asked)).success).toBe(true)
    }),
  )
})

it('the start has no parameters, and what is broken in an address is left out', () => {
  const start = homePlaceIn(new URLSearchParams('sort=secret&order=up&page=0&find='))
  expect(homeAddress(start)).toBe('/')
  expect(homeQuery(start)).toEqual({})
})
