import { expect, it } from 'vitest'
import { asSearch, chosenBy } from './chosen'

const of = (search: string, newest: number) => chosenBy(new URLSearchParams(search), newest)

it('the newest version stands beside the one before, unless the address names others', () => {
  expect(of('', 9)).toEqual({ from: 8, to: 9, view: 'keys' })
  expect(of('', 1)).toEqual({ from: 1, to: 1, view: 'keys' })
  expect(of('from=2&to=5&view=xml', 9)).toEqual({ from: 2, to: 5, view: 'xml' })
  expect(of('to=5', 9)).toEqual({ from: 4, to: 5, view: 'keys' })
})

it('versions that are not there are not chosen', () => {
  for (const search of ['from=0&to=10', 'from=-1&to=1e1', 'from=02&to=+3', 'from=x&to=']) {
    expect(of(search, 9)).toEqual({ from: 8, to: 9, view: 'keys' })
  }
})

it('an address that was written is read as what was chosen', () => {
  for (const view of ['keys', 'xml'] as const) {
    expect(of(asSearch({ from: 7, to: 3, view }), 9)).toEqual({ from: 7, to: 3, view })
  }
})
