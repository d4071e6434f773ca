import { expect, it } from 'vitest'
import type { Repair } from '@/lib/api/issue'
import type { PlistValue } from '@/lib/plist/value'
import { storeOf } from './fixtures/store-of'
import { isMade, makeRepair } from './make-repair'

const login = 'com.jamf.connect.login'
const string = (value: string): PlistValue => ({ type: 'string', value })
const repair = (domain: string, value: PlistValue | null): Repair => ({
  title: 'Use it',
  edits: [{ domain, path: ['OIDCTenant'], value }],
})
const bare = (refused: string[] = []) =>
  storeOf('<plist version="1.0"><dict><key>OIDCTenant</key><string>old</string></dict></plist>', {
    fileName: `${login}.plist`,
    onRefused: ({ code }) => refused.push(code),
  })

it('is made once the profile holds what it writes, and not any more after undo', () => {
  const profile = bare()
  for (const one of [repair(login, string('new')), repair(login, null)]) {
    expect(isMade(profile, one)).toBe(false)
    expect(makeRepair(profile, one)).toBe(true)
    expect(isMade(profile, one)).toBe(true)
    expect(makeRepair(profile, one)).toBe(false)
    profile.undo()
    expect(isMade(profile, one)).toBe(false)
  }
})

it('is not called done when the profile has no room for it, and the reason is told', () => {
  const refused: string[] = []
  const profile = bare(refused)
  const other = repair('com.jamf.connect', string('new'))
  expect(makeRepair(profile, other)).toBe(false)
  expect(isMade(profile, other)).toBe(false)
  expect(refused).toEqual(['bare-one-domain'])
  expect(profile.dirty).toBe(false)
})
