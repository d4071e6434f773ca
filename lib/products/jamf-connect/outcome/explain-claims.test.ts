import { describe, expect, test } from 'vitest'
import { explainClaims } from './explain-claims'
import { configured, tokens } from './fixtures/settings'

const login = { OIDCProvider: 'Okta-OIDC', OIDCClientID: '0oa8f3k2m1QzWbYxC5d7', OIDCAdmin: ['Mac-Admins'] }
const explained = (claims: object, settings = configured(login)) =>
  new Map(explainClaims({ ...claims }, settings).map((claim) => [claim.name, claim]))

describe('the claims of a token', () => {
  test('are explained by what Jamf Connect reads them for', () => {
    const claims = explained(tokens.okta)
    expect(claims.get('preferred_username')).toMatchObject({
      used: true,
      explanation: 'Account name: the part before the @, since OIDCShortName is not configured.',
    })
    expect(claims.get('groups')).toEqual({
      name: 'groups',
      value: '["Everyone","mac-admins","vpn"]',
      used: true,
      explanation: 'Rights: searched for the values of OIDCAdmin.',
    })
    expect(claims.get('name')?.explanation).toBe('Full name of the account.')
    expect(claims.get('email')).toMatchObject({
      used: false,
      explanation: 'E-mail address of the person. No use of it is documented with these settings.',
    })
  })

  test('are told with both purposes when one claim serves two', () => {
    const settings = configured({ ...login, OIDCShortName: 'uid', OIDCFullName: 'uid' })
    expect(explained({ uid: 'ada' }, settings).get('uid')?.explanation).toBe(
      'Account name: OIDCShortName names this claim. Full name: OIDCFullName names this claim.',
    )
  })

  test('show times, methods and the client readably', () => {
    const claims = explained(tokens.okta)
    expect(claims.get('auth_time')?.explanation).toBe(
      'When the person authenticated: 2026-11-22 08:52:01 UTC.',
    )
    expect(claims.get('amr')?.explanation).toBe(
      'How the person authenticated: password, several factors, software key.',
    )
    expect(claims.get('aud')?.explanation).toBe(
      'The client that the token was issued to: equal to OIDCClientID.',
    )
    expect(explained({ aud: 'other' }).get('aud')?.explanation).toBe(
      'The client that the token was issued to.',
    )
    expect(explained({ exp: 1e300 }).get('exp')?.explanation).toBe('When the token expires.')
  })

  test('that nobody knows are said to have no documented use', () => {
    for (const name of ['x_custom', 'toString', 'constructor']) {
      expect(explained({ [name]: 1 }).get(name)?.explanation).toBe(
        'No use of it is documented with these settings.',
      )
    }
  })

  test('count as used when only the menu bar app reads them', () => {
    const settings = configured(login, {
      TemporaryUserPermissions: { UserPromotionRole: [{ Name: 'dev', OIDCAdminAttribute: 'teams' }] },
    })
    expect(explained({ teams: ['dev'] }, settings).get('teams')).toMatchObject({ used: true })
  })

  test('are shortened, and hide tokens and secrets at any depth', () => {
    const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'
    const claims = explained({
      long: 'x'.repeat(5000),
      idp_access_token: 'opaque-canary',
      nested: { source: { access_token: 'opaque-canary', list: [jwt] } },
      other: jwt,
    })
    expect(claims.get('long')?.value).toHaveLength(240)
    expect(JSON.stringify([...claims])).not.toMatch(/canary|eyJ/)
  })

  test.each(Object.entries(tokens))('of %s each have one short explanation', (_, token) => {
    for (const { name, explanation } of explainClaims(token, configured(login))) {
      expect(explanation, name).toMatch(/^[A-Z].*[^.]\.$/)
      expect(explanation.length, name).toBeLessThan(160)
    }
  })
})
