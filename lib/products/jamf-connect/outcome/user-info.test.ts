import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { configured, statement } from './fixtures/settings'
import { onTheMac } from './on-the-mac'
import type { Statement } from './statement'
import { summaryOfSignIn } from './summary'

const turnOn = {
  domain: 'com.jamf.connect.login',
  path: ['UseUserInfo'],
  value: { type: 'boolean', value: true },
}
const token = { sub: 'k-77', email: 'mira@acme.com', name: 'Mira Sol' }
const input = (login: object, userInfo: object, claims: object = token) => ({
  settings: configured({ OIDCProvider: 'Custom', ...login }),
  claims: { ...claims },
  userInfo: { ...userInfo },
})

describe('claims that only the UserInfo endpoint has', () => {
  test.each([
    ['the account name', { OIDCShortName: 'login' }, { login: 'msol' }, 'account-name'],
    ['the full name', { OIDCFullName: 'cn' }, { cn: 'Mira' }, 'full-name'],
    ['the rights', { OIDCAdmin: ['helpdesk'] }, { groups: ['helpdesk'] }, 'rights'],
    ['the rights of somebody else', { OIDCAdmin: ['helpdesk'] }, { groups: ['sales'] }, 'rights'],
  ] as const)('are named for %s, with UseUserInfo to turn on', (_, login, userInfo, id) => {
    const told = onTheMac(input(login, userInfo))
    expect(told.find((each) => each.id === id)?.repair?.edits).toEqual([turnOn])
    expect(summaryOfSignIn(told)).toMatchObject({
      verdict: 'warning',
      repair: { title: 'Turn on UseUserInfo' },
    })
    expect(summaryOfSignIn(told).text).toMatch(
      /The UserInfo endpoint has (login|cn|groups): turn on UseUserInfo/,
    )
  })

  test('are offered in the place of a permanent id', () => {
    const told = statement('account-name', input({}, { preferred_username: 'mira' }, { sub: '8842-1177' }))
    expect(told.value).toBe('8842-1177')
    expect(told.repair?.edits).toEqual([turnOn])
  })

  test('are offered without a worry where sub looks like a name', () => {
    const told = statement('account-name', input({}, { unique_name: 'mira.sol' }, { sub: 'msol' }))
    expect(told).toMatchObject({ value: 'msol', repair: { title: 'Turn on UseUserInfo' } })
    expect(told.because).toContain('The UserInfo endpoint has unique_name')
    expect(told.concern).toBeUndefined()
  })

  test('bring the name of the claim along when the role is in another one', () => {
    const told = statement('rights', input({ OIDCAdmin: ['helpdesk'] }, { roles: ['helpdesk'] }))
    expect(told.repair?.edits.map(({ path }) => path[0])).toEqual(['UseUserInfo', 'OIDCAdminAttribute'])
  })

  test('change nothing where the ID token has what is needed', () => {
    const login = { OIDCAdmin: ['helpdesk'], OIDCShortName: 'email' }
    const claims = { ...token, groups: ['helpdesk'] }
    const without = onTheMac({ settings: configured({ OIDCProvider: 'Custom', ...login }), claims })
    expect(onTheMac(input(login, { groups: ['other'], login: 'm' }, claims))).toEqual(without)
  })

  test('are read once UseUserInfo is on, with the limits of the documents', () => {
    const on = { UseUserInfo: true, OIDCAdmin: ['helpdesk'], OIDCShortName: 'login' }
    const told = onTheMac(input(on, { groups: ['helpdesk'], login: 'msol', email: 'other@acme.com' }))
    const value = (id: Statement['id']) => told.find((each) => each.id === id)
    expect(value('rights')).toMatchObject({ value: 'Administrator', certain: false })
    expect(value('account-name')).toMatchObject({ value: 'msol', certain: false })
    expect(value('account-name')?.because).toContain('Jamf does not document that with providers other than')
    expect(value('alias')?.value).toBe('mira')
  })

  test('are needed no more after the repair, whatever they are', () => {
    const claim = fc.constantFrom('groups', 'roles', 'login', 'name', 'preferred_username', 'unique_name')
    const value = fc.oneof(fc.constantFrom('helpdesk', 'mira@x'), fc.constant(['helpdesk']), fc.constant({}))
    fc.assert(
      fc.property(fc.dictionary(claim, value), fc.dictionary(claim, value), (claims, userInfo) => {
        const login = { OIDCShortName: 'login', OIDCAdmin: ['helpdesk'] }
        const repairs = (values: object) =>
          onTheMac(input(values, userInfo, { sub: '9-9-9-9', ...claims })).map(
            ({ repair }) => repair?.title ?? '',
          )
        expect(repairs({ ...login, UseUserInfo: true }).join()).not.toContain('UseUserInfo')
      }),
    )
  })
})
