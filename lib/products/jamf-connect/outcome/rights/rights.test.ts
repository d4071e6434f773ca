import { describe, expect, test } from 'vitest'
import { configured, statement, tokens } from '../fixtures/settings'
import { onTheMac } from '../on-the-mac'
import { summaryOfSignIn } from '../summary'

const entra = (login: object, claims: object = tokens.entra) =>
  ({ settings: configured({ OIDCProvider: 'EntraID', ...login }), claims: { ...claims } }) as const
const rights = (input: ReturnType<typeof entra>) => statement('rights', input)

describe('administrator or standard', () => {
  test('says which value matched', () => {
    const told = rights(entra({ OIDCAdmin: ['Admin'], OIDCAdminAttribute: 'roles' }))
    expect(told).toMatchObject({ value: 'Administrator', certain: true, claims: ['roles'] })
    expect(told.because).toBe('"Admin" is in OIDCAdmin and in the claim roles.')
  })

  test('is not certain where the list holds more than texts', () => {
    const told = (groups: unknown[]) => rights(entra({ OIDCAdmin: ['42'] }, { groups }))
    for (const groups of [[42], ['42', 7], ['staff', { name: '42' }], ['staff', null]]) {
      expect(told(groups).certain).toBe(false)
    }
    expect(told(['staff', '42'])).toMatchObject({ value: 'Administrator', certain: true })
    expect(told(['staff'])).toMatchObject({ value: 'Standard', certain: true })
  })

  test('offers the spelling of the token, and keeps the other roles', () => {
    const input = {
      settings: configured({ OIDCProvider: 'Okta-OIDC', OIDCAdmin: ['it', 'Mac-Admins'] }),
      claims: tokens.okta,
    }
    const summary = summaryOfSignIn(onTheMac(input))
    expect(summary).toMatchObject({
      verdict: 'warning',
      title: 'The test user can sign in, but as a standard user',
      text: 'OIDCAdmin lists "Mac-Admins"; the claim groups holds "mac-admins". They differ in upper and lower case, and Jamf Connect is not documented to ignore that.',
      repair: { title: 'Use "mac-admins" in OIDCAdmin' },
    })
    expect(summary.repair?.edits[0]?.value).toEqual({
      type: 'array',
      items: [
        { type: 'string', value: 'it' },
        { type: 'string', value: 'mac-admins' },
      ],
    })
    expect(statement('token-values', input).marks).toEqual([
      { value: 'Everyone', state: 'plain' },
      { value: 'mac-admins', state: 'near', differsFrom: 'Mac-Admins' },
      { value: 'vpn', state: 'plain' },
    ])
  })

  test.each([
    ['upper and lower case', 'mac-admins', 'in upper and lower case'],
    ['a group path', '/Mac-Admins', 'in the path of the group'],
    ['a domain in front', 'ACME\\Mac-Admins', 'in the path of the group'],
    ['a distinguished name', 'CN=Mac-Admins,OU=Groups,DC=acme', 'in that one is a distinguished name'],
    ['a hyphen for a space', 'Mac Admins', 'in spaces, hyphens and underscores'],
    ['a space at the end', 'Mac-Admins ', 'in spaces'],
  ])('sees %s as a near miss', (_, value, differ) => {
    const told = rights(entra({ OIDCAdmin: ['Mac-Admins'] }, { groups: [value] }))
    expect(told).toMatchObject({ value: 'Standard', certain: false })
    expect(told.because).toContain(`differ ${differ}`)
  })

  test('finds the role in another claim and names that claim', () => {
    const told = rights(entra({ OIDCAdmin: ['Admin'] }))
    expect(told.repair).toEqual({
      title: 'Use "roles" as OIDCAdminAttribute',
      edits: [
        {
          domain: 'com.jamf.connect.login',
          path: ['OIDCAdminAttribute'],
          value: { type: 'string', value: 'roles' },
        },
      ],
    })
  })

  test('tells object ids from names', () => {
    expect(rights(entra({ OIDCAdmin: ['Mac Admins'] })).because).toContain(
      'holds object ids; OIDCAdmin holds names',
    )
    const other = entra({ OIDCAdmin: [tokens.entra.tid], OIDCAdminAttribute: 'roles' })
    expect(rights(other).because).toContain('OIDCAdmin holds object ids')
  })

  test('has no explanation but the difference when plain names do not match', () => {
    const told = rights(entra({ OIDCAdmin: ['Owner'], OIDCAdminAttribute: 'roles' }))
    expect(told.because).toBe('No value of the claim roles equals one of OIDCAdmin.')
    expect(told.concern).toBeUndefined()
  })

  test('takes no inherited name for a claim', () => {
    const told = rights(entra({ OIDCAdmin: ['Owner'], OIDCAdminAttribute: 'constructor' }, {}))
    expect(told).toMatchObject({ value: 'Standard', claims: [] })
    expect(told.because).toContain('The token has no claim constructor')
  })

  test('recognizes the overage of Entra ID in both of its forms', () => {
    for (const claims of [tokens.entraOverage, { hasgroups: true }, { hasgroups: 'true' }]) {
      expect(rights(entra({ OIDCAdmin: ['Admins'] }, claims)).because).toContain('in so many groups')
    }
    const withRoles = rights(entra({ OIDCAdmin: ['Admins'] }, { hasgroups: true, roles: ['x'] }))
    expect(withRoles.repair?.title).toBe('Use "roles" as OIDCAdminAttribute')
  })

  test('sees that the two keys are swapped, and swaps them', () => {
    const told = rights(entra({ OIDCAdmin: ['roles'], OIDCAdminAttribute: 'Admin' }))
    expect(told.repair?.title).toBe('Swap the two')
    expect(told.repair?.edits.map(({ path, value }) => [path[0], value])).toEqual([
      ['OIDCAdmin', { type: 'array', items: [{ type: 'string', value: 'Admin' }] }],
      ['OIDCAdminAttribute', { type: 'string', value: 'roles' }],
    ])
  })

  test('suggests the claim with the nearest name', () => {
    const told = rights(entra({ OIDCAdmin: ['Owner'], OIDCAdminAttribute: 'role' }, { roles: ['x'] }))
    expect(told.repair?.title).toBe('Use "roles" as OIDCAdminAttribute')
    const custom = {
      settings: configured({ OIDCProvider: 'Custom', OIDCAdmin: ['Owner'], OIDCAdminAttribute: 'Group' }),
      claims: { groups: ['x'] },
    }
    expect(statement('rights', custom).repair?.title).toBe('Use "groups" as OIDCAdminAttribute')
  })

  test('doubts a text in place of a list, and a text that lists several', () => {
    const one = rights(entra({ OIDCAdmin: ['Admin'] }, { groups: 'Admin' }))
    expect(one).toMatchObject({ value: 'Administrator', certain: false })
    const several = rights(entra({ OIDCAdmin: ['Admin'] }, { groups: 'Staff, Admin' }))
    expect(several).toMatchObject({ value: 'Standard', certain: false })
    expect(several.concern?.text).toContain('one text that lists several values')
  })

  test('does not take a role inside a dictionary for one that Jamf Connect finds', () => {
    const claims = { realm_access: { roles: ['mac-admins'] } }
    for (const attribute of ['groups', 'realm_access', 'realm_access.roles']) {
      const told = rights(entra({ OIDCAdmin: ['mac-admins'], OIDCAdminAttribute: attribute }, claims))
      expect(told.value, attribute).toBe('Standard')
      expect(told.concern?.text, attribute).toContain('not as part of realm_access')
    }
  })

  test('follows CreateAdminUser and OIDCIgnoreAdmin', () => {
    expect(rights(entra({ CreateAdminUser: true })).value).toBe('Administrator')
    const later = rights(entra({ CreateAdminUser: true, OIDCAdmin: ['Owner'] }))
    expect(later.because).toContain('can change the account at later sign-ins')
    const ignored = rights(
      entra({ OIDCIgnoreAdmin: true, OIDCAdmin: ['Admin'], OIDCAdminAttribute: 'roles' }),
    )
    expect(ignored).toMatchObject({ value: 'Standard', certain: false })
    expect(ignored.because).toContain('OIDCIgnoreAdmin is on')
  })

  test('knows that Google has no roles and that Okta has apps in their place', () => {
    const google = {
      settings: configured({ OIDCProvider: 'GoogleID', OIDCAdmin: ['x'] }),
      claims: { groups: ['x'] },
    }
    expect(statement('rights', google).because).toContain('Google sends no roles')
    const okta = { settings: configured({ OIDCProvider: 'Okta', OIDCAdminClientID: '0oa1' }), claims: null }
    expect(statement('rights', okta).value).toBe('Depends on an Okta app')
    expect(statement('rights', { ...okta, oktaApps: { admin: true } }).value).toBe('Administrator')
    expect(statement('rights', { ...okta, oktaApps: { admin: false } }).value).toBe('Standard')
  })

  test('shows the matched values first when the token has very many', () => {
    const groups = [...Array.from({ length: 300 }, (_, index) => `g${index}`), 'Admin']
    const told = statement('token-values', entra({ OIDCAdmin: ['Admin'] }, { groups }))
    expect(told.value).toBe('301 values')
    expect(told.marks).toHaveLength(100)
    expect(told.marks?.[0]).toEqual({ value: 'Admin', state: 'matched' })
  })

  test('compares secondary access with the role claim for Entra ID, with the admin attribute for others', () => {
    const access = (provider: string) =>
      statement('secondary-access', {
        settings: configured({ OIDCProvider: provider, OIDCSecondaryAccess: ['Shared'] }),
        claims: { roles: ['Shared'], groups: ['x'] },
      })
    expect(access('EntraID')).toMatchObject({ value: 'May add an account', claims: ['roles'] })
    expect(access('EntraID').certain).toBe(false)
    const asPrinted = statement('secondary-access', {
      settings: configured({ OIDCProvider: 'EntraID', OIDCSecondaryAccess: ['Shared'] }),
      claims: { role: ['Shared'], roles: ['x'] },
    })
    expect(asPrinted).toMatchObject({ value: 'May add an account', claims: ['role'] })
    expect(access('Custom')).toMatchObject({ value: 'Only as the first user', claims: ['groups'] })
  })
})
