import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit, Issue } from '../../api/issue'
import { encodeBase64 } from '../../plist/base64'
import { equal, valueAt } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { type Plain, settingsOf } from '../../schema/fixtures/settings'
import { mended } from '../../schema/mend'
import { type Settings, settingAt } from '../../schema/settings'
import { checkSettings } from '../check'
import { CONNECT_DOMAIN, LOGIN_DOMAIN } from './context'
import { keyWithId } from './keys'
import { linkOf } from './links/linked'
import { links } from './links/links'

const today = new Date('2026-11-22T10:00:00Z')
const license = (facts: string) =>
  encodeBase64(new TextEncoder().encode(`<plist><dict>${facts}</dict></plist>`))
const until = (day: string, more = '') => license(`<key>ExpirationDate</key><string>${day}</string>${more}`)

const TENANT = '0f8fad5b-d9cb-469f-a165-70867728950e'
const CLIENT = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
const FS = 'https://sts.fabrikam.test/adfs/.well-known/openid-configuration'
const KEYCLOAK = 'https://id.fabrikam.test/realms/staff/.well-known/openid-configuration'

/** Set-ups in which every linked key may stand: the rest of the settings, and two right values of a link for each. */
const setups: { readonly [name: string]: { login: Plain; idp: Plain } } = {
  entra: { login: { OIDCProvider: 'EntraID', OIDCClientID: CLIENT }, idp: { Provider: 'EntraID' } },
  'half a hybrid': {
    login: { OIDCProvider: 'EntraID', OIDCClientID: CLIENT, ROPGProvider: 'Custom', ROPGDiscoveryURL: FS },
    idp: { Provider: 'EntraID' },
  },
  hybrid: {
    login: { OIDCProvider: 'EntraID', OIDCClientID: CLIENT, ROPGProvider: 'Custom', ROPGDiscoveryURL: FS },
    idp: { Provider: 'Custom', DiscoveryURL: FS },
  },
  okta: { login: { OIDCProvider: 'Okta' }, idp: { Provider: 'Okta' } },
  'identity engine': {
    login: { OIDCProvider: 'OktaIdentityEngine', OIDCClientID: '0oa5f2kq9' },
    idp: { Provider: 'OktaIdentityEngine' },
  },
  oneLogin: { login: { OIDCProvider: 'OneLogin', OIDCClientID: CLIENT }, idp: { Provider: 'OneLogin' } },
  keycloak: {
    login: { OIDCProvider: 'Custom', OIDCClientID: 'macs', OIDCDiscoveryURL: KEYCLOAK },
    idp: { Provider: 'Custom' },
  },
  'two providers': {
    login: { OIDCProvider: 'Custom', OIDCClientID: 'macs', OIDCDiscoveryURL: KEYCLOAK },
    idp: { Provider: 'Custom', DiscoveryURL: 'https://fabrikam.okta.com/.well-known/openid-configuration' },
  },
}

/** Values of each link, right ones and wrong ones of every kind. */
const values: { readonly [link: string]: readonly Plain[] } = {
  provider: ['EntraID', 'Okta', 'OneLogin', 'Entra', '', '[provider here]'],
  'okta-domain': [
    'fabrikam.okta.com',
    'fabrikam-admin.okta.com',
    'login.microsoftonline.com',
    ' ',
    'yourcompany.okta.com',
  ],
  'ropg-client': [CLIENT, 'macs', '', 'Application ID Here', TENANT, `${CLIENT} `, 'x'],
  tenant: [
    TENANT,
    CLIENT,
    'fabrikam',
    'fabrikam.okta.com',
    'common',
    'login.windows.net',
    '',
    'TENANT_ID',
    `{${TENANT}}`,
  ],
  discovery: [
    KEYCLOAK,
    FS,
    'id.fabrikam.test',
    'http://id.fabrikam.test/realms/staff',
    '',
    'https://idp.example.com/x',
  ],
  secret: ['Zq8~ab', '', 'your-client-secret'],
  'success-codes': [
    ['AADSTS50076'],
    ['MFA'],
    ['AADSTS50126'],
    ['MSIS9659'],
    [],
    [''],
    ['AADSTS50076, AADSTS50079'],
  ],
  'change-password': ['https://id.fabrikam.test/password', 'http://id.fabrikam.test/password', 'nowhere', ''],
  license: [
    until('2031-05-01'),
    until('2029-05-01'),
    until('2021-05-01'),
    until('2020-02-01'),
    until('2031-05-01', '<key>Product</key><string>Jamf Protect</string>'),
    'bm90aGluZw==',
    '%%',
    '',
  ],
}

const RULES = [
  'linked-keys-differ',
  'license-in-one-domain',
  'success-codes-of-one-app',
  'required-key',
  'recommended-key',
]
/** What is said of a key whatever it holds, or because another one holds something else. */
const ASIDE = [...RULES, 'half-hybrid', 'secret-in-clear-text']
const found = (settings: Settings) => checkSettings(settings, { today })
const errors = (settings: Settings) => found(settings).filter(({ severity }) => severity === 'error').length

/** Whether the check says something against the value at a place. */
function faulted(issues: readonly Issue[], domain: string, path: readonly (string | number)[]): boolean {
  return issues.some(
    (issue) =>
      !ASIDE.includes(issue.rule) &&
      issue.domain === domain &&
      path.every((step, at) => issue.path[at] === step),
  )
}

const state = fc.constantFrom(...Object.keys(setups)).chain((name) => {
  const setup = setups[name] as { login: Plain; idp: Plain }
  const keys = links.flatMap(({ id, keys: ids }) => ids.map((key) => ({ key, of: values[id] ?? [] })))
  const one = ({ of }: { of: readonly Plain[] }) =>
    fc.option(fc.constantFrom(...of), { nil: undefined, freq: 4 })
  return fc.tuple(...keys.map(one)).chain((chosen) =>
    // A few links at a time, so that one mistake does not hide behind ten others.
    fc.subarray([...keys.keys()], { minLength: 1, maxLength: 6 }).map((kept) => {
      const domains = { login: { ...(setup.login as object) }, connect: {} } as Record<
        string,
        Record<string, Plain>
      >
      const idp = { ...(setup.idp as Record<string, Plain>) }
      for (const at of kept) {
        const known = keyWithId(keys[at]?.key ?? '')
        const value = chosen[at]
        if (known === undefined || value === undefined) {
          continue
        }
        const holder =
          known.path.length > 1 ? idp : (domains[known.domain === LOGIN_DOMAIN ? 'login' : 'connect'] ?? {})
        holder[known.name] = value
      }
      return settingsOf({ login: domains.login ?? {}, connect: { ...domains.connect, IdPSettings: idp } })
    }),
  )
})

/** The linked keys that hold, in the settings, what an edit writes. */
function sourcesOf({ domain, path, value }: Edit, settings: Settings) {
  const target = links
    .flatMap(({ keys }) => keys.map(keyWithId))
    .find((key) => key?.domain === domain && key?.path.join('/') === path.join('/'))
  const ids = target === undefined ? [] : (linkOf(target.id)?.keys ?? [])
  return ids
    .map(keyWithId)
    .filter((key) => key !== undefined && key !== target)
    .filter((key) => {
      const held = key && settingAt(settings, key.domain, key.path)
      return held !== undefined && value !== null && sameText(held, value)
    })
    .filter((key) => key !== undefined)
}

const sameText = (one: PlistValue, other: PlistValue) => equal(one, other)

test('no offered repair copies a value that the check faults, and none adds an error', () => {
  let copied = 0
  fc.assert(
    fc.property(state, (settings) => {
      const issues = found(settings)
      for (const issue of issues.filter(({ rule, repair }) => repair !== undefined && RULES.includes(rule))) {
        const repair = issue.repair ?? { title: '', edits: [] }
        const after = mended(settings, repair)
        expect(errors(after), repair.title).toBeLessThanOrEqual(errors(settings))
        expect(mended(after, repair)).toEqual(after)
        for (const edit of repair.edits) {
          const sources = sourcesOf(edit, settings)
          copied += sources.length
          expect(edit.value !== null && isFilled(edit.value), repair.title).toBe(true)
          // Some key that holds the value is right, and so is the value where it is copied to.
          expect(
            sources.length === 0 || sources.some((key) => !faulted(issues, key.domain, key.path)),
            `${repair.title} from ${sources.map(({ id }) => id)}`,
          ).toBe(true)
          expect(faulted(found(after), edit.domain ?? '', edit.path), repair.title).toBe(false)
          // What is written over was not right, but for a license, of which the one that lasts longer is better.
          const held = settingAt(settings, edit.domain ?? '', edit.path)
          const license = edit.path[0] === 'LicenseFile'
          expect(
            held === undefined || license || faulted(issues, edit.domain ?? '', edit.path) || !isFilled(held),
            `${repair.title} over a right value`,
          ).toBe(true)
        }
      }
    }),
    { numRuns: 400 },
  )
  expect(copied).toBeGreaterThan(40)
}, 120_000)

function isFilled(value: PlistValue): boolean {
  return value.type === 'array'
    ? value.items.some(isFilled)
    : value.type !== 'string' || value.value.trim() !== ''
}

const offers = (login: Plain, connect: Plain) =>
  found(
    settingsOf({ login: login as { [key: string]: Plain }, connect: connect as { [key: string]: Plain } }),
  )
    .filter(({ rule, repair }) => RULES.includes(rule) && repair !== undefined)
    .map(({ repair }) => repair)
const writes = (repair: Issue['repair']) =>
  (repair?.edits ?? []).map(({ domain, path }) => `${domain}/${path.join('/')}`)

test('a license that is valid is never written over by one that is not', () => {
  const good = until('2031-05-01')
  const bad = [
    until('2021-05-01'),
    until('2031-05-01', '<key>Product</key><string>Jamf Trust</string>'),
    'bm90aGluZw==',
    '',
  ]
  for (const wrong of bad) {
    const first = offers({ LicenseFile: wrong }, { LicenseFile: good })
    expect(first.flatMap(writes)).toEqual([`${LOGIN_DOMAIN}/LicenseFile`])
    const second = offers({ LicenseFile: good }, { LicenseFile: wrong })
    expect(second.flatMap(writes)).toEqual([`${CONNECT_DOMAIN}/LicenseFile`])
    expect(offers({ LicenseFile: wrong }, { Appearance: { ShowWelcomeWindow: true } })).toEqual([])
  }
  const [longer] = offers({ LicenseFile: until('2029-05-01') }, { LicenseFile: good })
  expect(longer?.title).toBe('Use the value of LicenseFile of Self Service+')
  expect(longer?.edits[0]?.value && valueAt(longer.edits[0].value, [])).toEqual({
    type: 'string',
    value: good,
  })
})

test('where the two apps check passwords at different places, nothing of the check is copied', () => {
  const login = {
    OIDCProvider: 'EntraID',
    OIDCTenant: TENANT,
    ROPGProvider: 'Custom',
    ROPGDiscoveryURL: FS,
    OIDCROPGID: 'c3b1e1f0-6a0e-4d2d-8a37-8e8b6f0b2f11',
    ROPGSuccessCodes: ['AADSTS50076'],
  }
  const idp = { Provider: 'EntraID', TenantID: TENANT, ROPGID: CLIENT, SuccessCodes: ['AADSTS50079'] }
  expect(offers(login, { IdPSettings: idp })).toEqual([])
  const { OIDCROPGID: _, ...without } = login
  expect(offers(without, { IdPSettings: idp })).toEqual([])
  const { ROPGID: __, ...other } = idp
  expect(offers(login, { IdPSettings: other })).toEqual([])
})
