import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settingsOf } from '../../../schema/fixtures/settings'
import { validate } from '../../check'
import { findKey } from '../keys'
import { explainClaims } from './explain-claims'
import { configured, statement, tokens } from './fixtures/settings'
import { onTheMac } from './on-the-mac'
import { summaryOfSignIn } from './summary'

/** Account name, full name and rights for the token of each provider. */
const table = [
  [
    'Entra ID with app roles',
    { OIDCProvider: 'EntraID', OIDCAdmin: ['Admin'], OIDCAdminAttribute: 'roles' },
    tokens.entra,
    'ada.lovelace',
    'Ada Lovelace',
    'Administrator',
  ],
  [
    'Entra ID with group ids',
    { OIDCProvider: 'EntraID', OIDCAdmin: ['0d3e1f7c-9f55-4c55-8b9e-5a0f2a3f4e11'] },
    tokens.entra,
    'ada.lovelace',
    'Ada Lovelace',
    'Administrator',
  ],
  [
    'Entra ID without a role',
    { OIDCProvider: 'Azure', OIDCAdmin: ['Owner'], OIDCAdminAttribute: 'roles' },
    tokens.entra,
    'ada.lovelace',
    'Ada Lovelace',
    'Standard',
  ],
  [
    'Entra ID with too many groups',
    { OIDCProvider: 'EntraID', OIDCAdmin: ['Admins'] },
    tokens.entraOverage,
    'ada',
    'Ada Lovelace',
    'Standard',
  ],
  [
    'Okta by OpenID Connect',
    { OIDCProvider: 'Okta-OIDC', OIDCAdmin: ['mac-admins'] },
    tokens.okta,
    'test.user',
    'Test User',
    'Administrator',
  ],
  [
    'Okta with other capitals',
    { OIDCProvider: 'Okta-OIDC', OIDCAdmin: ['Mac-Admins'] },
    tokens.okta,
    'test.user',
    'Test User',
    'Standard',
  ],
  [
    'Google',
    { OIDCProvider: 'GoogleID', OIDCNewPassword: true, OIDCAdmin: ['x'] },
    tokens.google,
    'grace',
    'Grace Hopper',
    'Standard',
  ],
  [
    'Keycloak with group paths',
    { OIDCProvider: 'Custom', OIDCAdmin: ['mac-admins'] },
    tokens.keycloak,
    'alan',
    'Alan Turing',
    'Standard',
  ],
  [
    'IBM',
    {
      OIDCProvider: 'IBMCI',
      OIDCAdmin: ['admins'],
      OIDCAdminAttribute: 'groupIds',
      OIDCFullName: 'displayName',
    },
    tokens.ibm,
    'kate',
    'Kate Johnson',
    'Administrator',
  ],
  [
    'OneLogin',
    { OIDCProvider: 'OneLogin', OIDCAdmin: ['Mac Admins'] },
    tokens.oneLogin,
    'jean',
    'Jean Bartik',
    'Administrator',
  ],
  [
    'PingFederate with a text',
    { OIDCProvider: 'PingFederate', OIDCAdmin: ['Mac Admins'], OIDCAdminAttribute: 'role' },
    tokens.pingFederate,
    'betty',
    'Not in the token',
    'Administrator',
  ],
] as const

describe('what happens on the Mac', () => {
  test.each(table)('%s: names and rights', (_, login, claims, account, full, rights) => {
    const input = { settings: configured(login), claims }
    expect(statement('account-name', input).value).toBe(account)
    expect(statement('full-name', input).value).toBe(full)
    expect(statement('rights', input).value).toBe(rights)
  })

  test('names a key and ends its reason with a period, in every statement', () => {
    for (const [, login, claims] of table) {
      for (const each of onTheMac({ settings: configured(login), claims, password: 'refused' })) {
        expect(each.because, each.id).toMatch(/[^.]\.$/)
        expect(each.because, each.id).not.toMatch(/\s\s|undefined/)
        for (const { domain, path } of each.keys) {
          expect(findKey(domain, path), path.join('/')).toBeDefined()
        }
        expect(each.keys.length > 0 || each.id === 'password', each.id).toBe(true)
      }
    }
  })

  test('says of everything that is not certain what Jamf does not document, or where sources differ', () => {
    const said =
      /not document|documents lists only|does not say|Current documentation|Administrators report|Jamf prints/
    for (const [, login, claims] of table) {
      for (const each of onTheMac({ settings: configured(login), claims })) {
        expect(each.certain || said.test(each.because), `${each.id}: ${each.because}`).toBe(true)
      }
    }
  })

  test('gives repairs that leave settings without errors', () => {
    for (const [, login, claims] of table) {
      for (const { repair } of onTheMac({ settings: configured(login), claims })) {
        const values = Object.fromEntries((repair?.edits ?? []).map((edit) => [edit.path[0], edit.value]))
        for (const [name, value] of Object.entries(values)) {
          const settings = new Map([
            [
              'com.jamf.connect.login',
              { type: 'dict', entries: value === null ? [] : [{ key: name, value }] },
            ],
          ] as const)
          const wrong = validate(settings as never).filter(
            ({ path, rule }) => path[0] === name && /type|format|unknown/.test(rule),
          )
          expect(wrong).toEqual([])
        }
      }
    }
  })

  test('never throws, whatever the claims and the settings are', () => {
    const claims = fc.dictionary(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          'groups',
          'roles',
          'preferred_username',
          'name',
          '__proto__',
          'exp',
          'amr',
          'aud',
          '_claim_names',
          'realm_access',
          'hasgroups',
        ),
      ),
      fc.jsonValue({ maxDepth: 4 }),
    )
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('groups', 'realm_access.roles', '__proto__', 'toString'),
    )
    const login = fc.record(
      {
        OIDCProvider: fc.constantFrom('EntraID', 'Okta', 'GoogleID', 'Custom', 'nonsense'),
        OIDCAdmin: fc.oneof(text, fc.array(text)),
        OIDCAdminAttribute: text,
        OIDCShortName: text,
        OIDCFullName: text,
        OIDCSecondaryAccess: fc.array(text),
        CreateAdminUser: fc.boolean(),
        OIDCNewPassword: fc.oneof(fc.boolean(), fc.string()),
        Migrate: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(claims, login, (token, values) => {
        const settings = settingsOf({ login: values })
        const statements = onTheMac({ settings, claims: token, password: 'accepted-with-second-factor' })
        const explained = explainClaims(token, settings)
        expect(explained).toHaveLength(Object.keys(token).length)
        expect(summaryOfSignIn(statements).title).not.toBe('')
        JSON.stringify([statements, explained])
      }),
      { numRuns: 500 },
    )
  })
})
