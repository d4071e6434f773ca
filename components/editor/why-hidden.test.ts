import { expect, test } from 'vitest'
import { layout } from '@/lib/products/layout'
import { settingsOf } from '@/lib/schema/fixtures/settings'
import { whyHidden } from './why-hidden'

const LOGIN = 'com.jamf.connect.login'
const entra = settingsOf({
  login: { OIDCProvider: 'EntraID' },
  connect: { IdPSettings: { Provider: 'EntraID' } },
})
const tab = 'identity-provider'
const why = (path: string[], settings = entra, groups = layout({ settings }, { tab })) =>
  whyHidden({ domain: LOGIN, path }, groups, settings)

test('a key that is not heeded with the settings says so, and what it applies to', () => {
  expect(why(['AuthServer'])?.why).toBe(
    'AuthServer is not shown, because Jamf Connect does not heed it with these settings. It applies when the identity provider is Okta (Authentication API).',
  )
})

test('a key that has a row, is configured, or is written by the row of another has nothing to say', () => {
  expect(why(['OIDCClientID'])).toBeNull()
  const held = settingsOf({ login: { OIDCProvider: 'EntraID', AuthServer: 'acme.okta.com' } })
  expect(why(['AuthServer'], held)).toBeNull()
  const groups = layout({ settings: entra }, { tab }).map((group) => ({
    ...group,
    fields: group.fields.filter(({ id }) => id !== 'connect/IdPSettings/ROPGID'),
  }))
  expect(whyHidden({ domain: 'com.jamf.connect', path: ['IdPSettings', 'ROPGID'] }, groups, entra)).toBeNull()
  expect(why(['NoKeyOfAnybody'])).toBeNull()
})

test('a key of a payload that the profile has not says that', () => {
  const alone = settingsOf({ connect: { IdPSettings: { Provider: 'EntraID' } } })
  expect(why(['OIDCClientID'], alone, [])?.why).toContain('has no payload for Login window')
})

test('a key that is to be shown all the same has its row', () => {
  const { key } = why(['AuthServer']) ?? expect.fail()
  const groups = layout({ settings: entra }, { tab, also: key })
  expect(groups.flatMap(({ fields }) => fields)).toContain(key)
  expect(why(['AuthServer'], entra, groups)).toBeNull()
})
