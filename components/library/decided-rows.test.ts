import { expect, it } from 'vitest'
import { changedIn, decidedRows, type ForAll, type MatchedRow, type OwnDecisions } from './decided-rows'
import { COPY, LEAVE } from './import-decision'
import { readForImport } from './import-file'

const file = await readForImport('none.mobileconfig', new TextEncoder().encode('none'))
const match = (id: string) => ({ identifier: 'com.example', id, name: id, version: 1 })
const row = (id: number, matches: readonly string[], unchanged = false): MatchedRow => {
  const all = matches.map(match)
  return { id, file, matches: all, unchanged: unchanged ? (all[0] ?? null) : null }
}
const decided = (rows: readonly MatchedRow[], forAll: ForAll, own: OwnDecisions = new Map()) =>
  decidedRows(rows, own, forAll).map(({ decision, asks }) => [decision, asks])

it('one file that the library knows is decided by itself', () => {
  expect(decided([row(1, ['a']), row(2, [])], 'versions')).toEqual([
    [undefined, true],
    [undefined, false],
  ])
})

it('one choice decides several, and asks for none of them before it is made', () => {
  const rows = [row(1, ['a']), row(2, ['b']), row(3, [])]
  expect(changedIn(rows)).toBe(2)
  const made = (forAll: ForAll) => decided(rows, forAll).slice(0, 2)
  expect(made(null)).toEqual([
    [undefined, false],
    [undefined, false],
  ])
  expect(made('versions')).toEqual([
    ['a', false],
    ['b', false],
  ])
  expect(made('copies')).toEqual([
    [COPY, false],
    [COPY, false],
  ])
  expect(made('each')).toEqual([
    [undefined, true],
    [undefined, true],
  ])
})

it('which of several configurations gets a new version is asked all the same', () => {
  expect(decided([row(1, ['a', 'b']), row(2, ['c'])], 'versions', new Map([[1, 'b']]))).toEqual([
    ['b', true],
    ['c', false],
  ])
})

it('a file that is unchanged stays out, whatever becomes of the others, until somebody asks for it', () => {
  const rows = [row(1, ['a'], true), row(2, ['b']), row(3, ['c'])]
  expect(decided(rows, 'versions')[0]).toEqual([LEAVE, false])
  expect(decided(rows, 'versions', new Map([[1, null]]))[0]).toEqual([undefined, true])
  expect(decided(rows, 'copies', new Map([[1, 'a']]))[0]).toEqual(['a', true])
})

it('a decision for a configuration that has the identifier no more is none', () => {
  expect(decided([row(1, ['a'])], null, new Map([[1, 'gone']]))).toEqual([[undefined, true]])
})
