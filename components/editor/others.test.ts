import { expect, test } from 'vitest'
import { storeOf } from '@/components/open-profile/fixtures/store-of'
import { writeXml } from '@/lib/plist/xml/writer'
import { searchNames } from '@/lib/products/search'
import { profileFor } from '@/lib/profile/template'
import { namesIn, otherNames } from './others'

const LOGIN = 'com.jamf.connect.login'
const profile = storeOf(
  writeXml(profileFor('EntraID', { name: 'Acme' })).replace(
    '<key>OIDCProvider</key>',
    '<key>GlobexBadgeColor</key><string>red</string><key>Other</key><true/><key>OIDCProvider</key>',
  ),
)

test('keys that no manifest knows are told by domain, those of a profile envelope are not among them', () => {
  expect(otherNames(profile.settings).filter(({ names }) => names.length > 0)).toEqual([
    { domain: LOGIN, names: ['GlobexBadgeColor', 'Other'] },
  ])
})

test('their names are found as those of known keys are: by the beginnings of their words, in any order', () => {
  const names = namesIn(LOGIN, profile.settings)
  expect(searchNames('col badge', names)).toEqual(['GlobexBadgeColor'])
  expect(searchNames('globexbadgecolor', names)).toEqual(['GlobexBadgeColor'])
  expect(searchNames('red', names)).toEqual([])
})
