import { expect, test } from 'vitest'
import { settingsOf } from '../../../schema/fixtures/settings'
import { contextOf } from '../context'
import { sameProvider } from './sides'

const named = (OIDCProvider: string, Provider: string) =>
  sameProvider(contextOf(settingsOf({ login: { OIDCProvider }, connect: { IdPSettings: { Provider } } })))

test.each([
  ['Okta', 'Okta OIDC', true],
  ['OktaIdentityEngine', 'Okta OIDC', true],
  ['Okta', 'OktaTypo', false],
  ['OktaTypo', 'OktaTypo', true],
  ['OktaTypo', 'OktaOther', false],
  ['Okta', '', true],
  ['EntraID', 'Azure', true],
  ['EntraID', 'Okta', false],
])('%s at the login window and %s in the menu bar: one provider is %s', (login, menuBar, same) => {
  expect(named(login, menuBar)).toBe(same)
})
