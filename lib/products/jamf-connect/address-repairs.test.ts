import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Issue } from '../../api/issue'
import { type Plain, settingsOf } from '../../schema/fixtures/settings'
import { mended } from '../../schema/mend'
import type { Settings } from '../../schema/settings'
import { checkSettings } from '../check'
import { aside, comparing } from './weigh'

const today = new Date('2026-11-30T10:00:00Z')
const GUID = '6a5c1f9e-2b7d-4c3a-9e8f-0d1c2b3a4e5f'

/** Texts that stand where an address, a host or a tenant is meant; every part is one that people write. */
const schemes = ['', 'https://', 'http://', 'HTTPS://', 'https//', 'https:/', 'ldaps://']
const hosts = [
  'acme',
  'acme-admin',
  'Acme.okta.com',
  'acme-admin.okta.com',
  'acme-admin.oktapreview.com',
  'acme-admin.okta.mil',
  'acme-admin.okta-gov.com',
  'user:pass@acme-admin.okta.com',
  'acme.onelogin.com',
  'acme-admin.onelogin.com',
  'acme.verify.ibm.com',
  'acme.onmicrosoft.com',
  'login.microsoftonline.com',
  'login.windows.net',
  'id.acme.test',
  'acme.b2clogin.com',
  'acme.eu.auth0.com',
  'localhost',
  GUID,
  `{${GUID}}`,
]
const ends = [
  '',
  '/',
  ':443',
  ':8443/',
  '/admin/dashboard',
  '/oauth2/default',
  '/oauth2/v1/authorize',
  `/${GUID}/v2.0`,
  '/common/v2.0',
  '/realms/staff',
  '/.well-known/openid-configuration',
  '/?a=b#c',
  ' ',
]
const providers = [
  'EntraID',
  'Okta',
  'Okta-OIDC',
  'OktaIdentityEngine',
  'OneLogin',
  'IBMCI',
  'PingFederate',
  'GoogleID',
  'Custom',
]
const keys = [
  'AuthServer',
  'OIDCAuthServer',
  'OIDCTenant',
  'ROPGTenant',
  'OIDCDiscoveryURL',
  'ROPGDiscoveryURL',
  'OIDCRedirectURI',
  'HelpURL',
  'IdPSettings/OktaAuthServer',
  'IdPSettings/TenantID',
  'IdPSettings/DiscoveryURL',
  'IdPSettings/ChangePasswordURL',
  'IdPSettings/ResetPasswordURL',
]

function settingsWith(provider: string, key: string, value: string): Settings {
  const [first, inner] = key.split('/')
  const idp: { [key: string]: Plain } = { Provider: provider }
  const login: { [key: string]: Plain } = { OIDCProvider: provider }
  if (inner === undefined) {
    login[first ?? ''] = value
    return settingsOf({ login })
  }
  idp[inner] = value
  return settingsOf({ connect: { IdPSettings: idp } })
}

const at = (issue: Issue) => [issue.domain, ...issue.path].join('/')

const other = [...aside, ...comparing]

/** What the checks say against the text that a repair writes, by rule. */
function wrongAfter(settings: Settings, issue: Issue): string[] {
  const after = mended(settings, issue.repair ?? { edits: [] })
  return checkSettings(after, { today })
    .filter((each) => at(each) === at(issue) && (each.rule === issue.rule || !other.includes(each.rule)))
    .map(({ rule }) => rule)
}

const one = fc.record({
  key: fc.constantFrom(...keys),
  provider: fc.constantFrom(...providers),
  value: fc
    .tuple(fc.constantFrom(...schemes), fc.constantFrom(...hosts), fc.constantFrom(...ends))
    .map((parts) => parts.join('')),
})

test('no repair of an address, a host or a tenant offers what another check of it calls wrong', () => {
  let tried = 0
  fc.assert(
    fc.property(one, ({ key, provider, value }) => {
      const settings = settingsWith(provider, key, value)
      const offered = checkSettings(settings, { today }).filter(
        ({ path, repair }) =>
          path.join('/') === key && repair?.edits.some((edit) => edit.value?.type === 'string'),
      )
      tried += offered.length
      expect(offered.map((issue) => wrongAfter(settings, issue))).toEqual(offered.map(() => []))
    }),
    { numRuns: 2500 },
  )
  expect(tried).toBeGreaterThan(800)
})

test.each([
  ['Okta-OIDC', 'OIDCTenant', 'https://acme-admin.okta.com', ['Use acme.okta.com']],
  [
    'Okta-OIDC',
    'OIDCDiscoveryURL',
    'acme-admin.okta.com ',
    ['Use https://acme.okta.com/.well-known/openid-configuration'],
  ],
  ['EntraID', 'OIDCTenant', 'https://acme-admin.okta.com', []],
])('with %s, %s %s is offered one text', (provider, key, value, titles) => {
  const told = checkSettings(settingsWith(provider, key, value), { today })
  const offered = told.filter(({ path, repair }) => path.join('/') === key && repair?.title.startsWith('Use'))
  expect([...new Set(offered.map(({ repair }) => repair?.title))]).toEqual(titles)
})
