import { describe, expect, test } from 'vitest'
import { configured, statement } from './fixtures/settings'
import { onTheMac } from './on-the-mac'
import { shortNameOf } from './short-name'
import { summaryOfSignIn } from './summary'

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

  test('takes the documented claims in their order, and no other', () => {
    const told = (claims: object, login = {}) =>
      statement('account-name', { settings: custom(login), claims: { ...claims } })
    const name = (claims: object, login = {}) => told(claims, login).value
    const all = {
      sub: 'd',
      upn: 'x@x',
      email: 'c@x',
      preferred_username: 'b@x',
      unique_name: 'a@x',
      uid: 'e',
    }
    expect(name(all)).toBe('a')
    expect(name(all, { OIDCShortName: 'uid' })).toBe('e')
    expect(name({ ...all, unique_name: ' ' })).toBe('b')
    expect(name({ ...all, unique_name: 7, preferred_username: null })).toBe('c')
    expect(name({ sub: 'd', upn: 'x@x' })).toBe('d')
    expect(told(all)).toMatchObject({ certain: true, claims: ['unique_name'] })
    expect(told({ email: 'C.D@x' }).certain).toBe(false)
  })

  test.each([[42], [''], [null], [['ada']], [{ name: 'ada' }]])(
    'is not certain where a claim that comes first is there and holds %j',
    (value) => {
      const told = (login: object) =>
        statement('account-name', {
          settings: custom(login),
          claims: { preferred_username: value, email: 'ada@acme.com' },
        })
      expect(told({})).toMatchObject({ value: 'ada', certain: false })
      expect(told({}).because).toContain('preferred_username comes before')
      const named = told({ OIDCShortName: 'preferred_username' })
      expect(named.certain).toBe(false)
      expect(`${named.because} ${named.concern?.text}`).not.toMatch(/lacks|has no such claim/)
    },
  )

  test('warns when only a permanent id is left, and of the name that everybody would share', () => {
    const summary = (claims: object) =>
      summaryOfSignIn(onTheMac({ settings: custom({}), claims: { ...claims } }))
    expect(summary({ sub: '00uq8x2v1mPZ4Yk5d7' })).toMatchObject({
      verdict: 'warning',
      title: 'The test user can sign in, but the account is called 00uq8x2v1mpz4yk5d7',
    })
    expect(
      statement('account-name', { settings: custom({}), claims: { sub: 'gwen' } }).concern,
    ).toBeUndefined()
    expect(summary({ upn: 'gwen@acme.com' })).toMatchObject({
      verdict: 'failed',
      title: 'Every user would get one account, called jamfconnect',
    })
  })

  test('says that what is after the @ does not count', () => {
    const told = statement('account-name', { settings: custom({}), claims: { email: 'gwen@acme.com' } })
    expect(told.because).toContain('gwen@ of any other domain gets the same account name')
  })

  test.each(['root@acme.com', 'Guest', '_spotlight', 'daemon', 'nobody@x'])(
    'gets a remark when macOS has %s itself',
    (userName) => {
      const input = { settings: custom({}), claims: { unique_name: userName } }
      expect(statement('account-name', input).because).toContain('macOS has an account called')
      expect(summaryOfSignIn(onTheMac(input)).title).toContain('which macOS uses itself')
    },
  )

  test('offers the nearest claim when the configured one is missing', () => {
    const input = {
      settings: custom({ OIDCShortName: 'preferredUsername' }),
      claims: { preferred_username: 'ada@acme.com' },
    }
    const told = statement('account-name', input)
    expect(told).toMatchObject({ value: 'ada', certain: true })
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

  test('cannot be made from a claim of which nothing is left, which fails the sign-in', () => {
    const statements = onTheMac({
      settings: custom({}),
      claims: { preferred_username: '@acme.com', sub: 'ada' },
    })
    expect(statements[0]?.value).toBe('None can be made')
    expect(summaryOfSignIn(statements).verdict).toBe('failed')
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
