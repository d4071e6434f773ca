import { expect, it } from 'vitest'
import type { PlistValue } from '../../plist/value'
import { applyEdits } from '../edit'
import { newProfile } from '../identity'
import { text } from '../payloads/build'
import { merge, type Sides } from './merge'
import { threeWays } from './three-ways'

const domain = 'com.jamf.connect.login'
const set = (root: PlistValue, values: Readonly<Record<string, string | null>>) =>
  applyEdits(
    root,
    Object.entries(values).map(([key, value]) => ({
      domain,
      path: [key],
      value: value === null ? null : text(value),
    })),
  )

it('tells who changed what, beside what both changed in different ways', () => {
  const base = set(newProfile({ name: 'Acme' }), { A: 'a', B: 'b', C: 'c', D: 'd' })
  const theirs = set(base, { A: 'theirs', C: 'same', D: 'one', OIDCClientSecret: 'iRis-1' })
  const mine = set(base, { B: null, C: 'same', D: 'other' })
  const sides: Sides = [base, theirs, mine]
  const { clashes } = merge(sides)
  expect(clashes.map(({ path, told }) => [path, told])).toEqual([
    [['D'], { base: 'd', theirs: 'one', mine: 'other' }],
  ])
  const rows = threeWays(sides, clashes)
  expect(rows.map(({ path: [key], by, told }) => [key, by, told.base, told.theirs, told.mine])).toEqual([
    ['A', 'theirs', 'a', 'theirs', 'a'],
    ['C', 'both', 'c', 'same', 'same'],
    ['OIDCClientSecret', 'theirs', null, '••••••••', null],
    ['B', 'mine', 'b', 'b', null],
  ])
})
