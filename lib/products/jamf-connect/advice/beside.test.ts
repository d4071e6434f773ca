import { expect, test } from 'vitest'
import { dict, type Plain, settingsOf } from '../../../schema/fixtures/settings'
import { advice } from '../advice'

type Domains = { [domain: string]: { [key: string]: Plain } }

const said = (
  rule: string,
  domains: Domains,
  foreignPayloadTypes: readonly string[],
  foreign: readonly string[] = [],
) =>
  advice(settingsOf(domains), {
    foreignPayloadTypes,
    foreign: foreign.map((domain) => ({ domain, settings: dict({}) })),
  })
    .filter((issue) => issue.rule === rule)
    .map(({ domain }) => domain)

const DAEMON = 'com.okta.deviceaccess.servicedaemon'

test('Desktop MFA of Okta beside the login window is told, as a payload and in managed preferences', () => {
  expect(said('okta-desktop-mfa', { login: {}, connect: {} }, [DAEMON])).toEqual(['com.jamf.connect.login'])
  expect(said('okta-desktop-mfa', { authchanger: {} }, [], [DAEMON])).toEqual([
    'com.jamf.connect.authchanger',
  ])
})

test('the menu bar app alone, and what Okta Verify has beside Desktop MFA, are left alone', () => {
  expect(said('okta-desktop-mfa', { connect: {} }, [DAEMON])).toEqual([])
  expect(said('okta-desktop-mfa', { login: {} }, ['com.okta.mobile', 'com.apple.extensiblesso'])).toEqual([])
})

test('a certificate in the same profile answers the question of Google’s LDAP', () => {
  const google = { connect: { IdPSettings: { Provider: 'GoogleID' } } }
  expect(said('google-needs-certificate', google, ['com.apple.security.root'])).toEqual(['com.jamf.connect'])
  expect(said('google-needs-certificate', google, ['com.apple.security.pkcs12'])).toEqual([])
})
