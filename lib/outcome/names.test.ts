import { describe, expect, test } from 'vitest'
import { shortNameOf } from './account-name'
import { onTheMac } from './on-the-mac'
import { summaryOfSignIn } from './summary'
import { configured, statement } from './testing'

const custom = (login: object) => configured({ OIDCProvider: 'Custom', ...login })

describe('account name', () => {
  test.each([
    ['Ada.Lovelace@acme.com', 'ada.lovelace'],
    ['ADA', 'ada'],
    ["Seán O'Hara@acme.com", 'senohara'],
    ['first_last-1@acme.com', 'first_last-1'],
    ['@acme.com', ''],
    ['ACME\\ada', 'acmeada'],
  ])('of %s is %j', (userName, name) => {
    expect(shortNameOf(userName)).toBe(name)
  })

  test('comes from the claim that OIDCShortName names, with the network user name as an alias', () => {
    const input = {
      settings: custom({ OIDCShortName: 'sAMAccountName' }),
      claims: { sAMAccountName: 'alovelace', preferred_username: 'ada@acme.com' },
    }
    expect(statement('account-name', input)).toMatchObject({
      value: 'alovelace',
      certain: true,
      claims: ['sAMAccountName'],
    })
    expect(statement('alias', input)).toMatchObject({ value: 'ada', claims: ['preferred_username'] })
  })

  test('takes the claims of a user name in their order', () => {
    const name = (claims: object) =>
      statement('account-name', { settings: custom({}), claims: { ...claims } }).value
    expect(name({ email: 'c@x', upn: 'b@x', preferred_username: 'a@x' })).toBe('a')
    expect(name({ email: 'c@x', upn: 'b@x', preferred_username: ' ' })).toBe('b')
    expect(name({ email: 'c@x', preferred_username: 7 })).toBe('c')
  })

  test('offers the nearest claim when the configured one is missing', () => {
    const input = {
      settings: custom({ OIDCShortName: 'preferredUsername' }),
      claims: { preferred_username: 'ada@acme.com' },
    }
    const told = statement('account-name', input)
    expect(told).toMatchObject({ value: 'ada', certain: false })
    expect(told.repair).toEqual({
      title: 'Use "preferred_username" as OIDCShortName',
      edits: [
        {
          domain: 'com.jamf.connect.login',
          path: ['OIDCShortName'],
          value: { type: 'string', value: 'preferred_username' },
        },
      ],
    })
    expect(summaryOfSignIn(onTheMac(input)).title).toContain('the claim for the account name is missing')
  })

  test('stands on the typed user name while there is no token', () => {
    const told = statement('account-name', { settings: custom({}), claims: null, userName: 'Ada@acme.com' })
    expect(told).toMatchObject({ value: 'ada', claims: [], certain: false })
    expect(statement('account-name', { settings: custom({}), claims: null }).value).toBe(
      'Not known without a token',
    )
  })

  test('cannot be made from a token without a user name, which fails the sign-in', () => {
    for (const claims of [{ sub: '1' }, { preferred_username: '@acme.com' }]) {
      const statements = onTheMac({ settings: custom({}), claims })
      expect(statements[0]?.value).toBe('None can be made')
      expect(summaryOfSignIn(statements).verdict).toBe('failed')
    }
  })

  test('points out a guest of an Entra ID tenant', () => {
    const claims = { preferred_username: 'jo_gmail.com#EXT#@acme.onmicrosoft.com' }
    const told = statement('account-name', { settings: custom({}), claims })
    expect(told.value).toBe('jo_gmail.comext')
    expect(told.because).toContain('guest of the directory')
  })
})

describe('full name', () => {
  test('is the configured claim, else name, else given and family name', () => {
    const claims = { name: 'Ada L', given_name: 'Ada', family_name: 'Lovelace', displayName: 'Countess' }
    const value = (login: object, token: object) =>
      statement('full-name', { settings: custom(login), claims: { ...token } })
    expect(value({ OIDCFullName: 'displayName' }, claims)).toMatchObject({ value: 'Countess', certain: true })
    expect(value({}, claims)).toMatchObject({ value: 'Ada L', certain: false, claims: ['name'] })
    const { name, ...parts } = claims
    expect(value({}, parts)).toMatchObject({ value: 'Ada Lovelace', claims: ['given_name', 'family_name'] })
    expect(value({ OIDCFullName: 'display_name' }, claims).repair?.title).toBe(
      'Use "displayName" as OIDCFullName',
    )
  })
})
