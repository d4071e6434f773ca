import { expect, test } from 'vitest'
import { contextOf, seenFrom } from '../products/jamf-connect/context'
import { inWords } from '../products/jamf-connect/in-words'
import { holdingPart, holds } from './condition'
import type { Condition } from './condition-type'
import { inWords as say } from './condition-words'
import { settingsOf } from './fixtures/settings'

const hybrid = contextOf(
  settingsOf({
    login: { OIDCProvider: 'Azure', DenyLocal: true, MFAExcluded: ['push'] },
    connect: {
      IdPSettings: { Provider: 'Okta OIDC' },
      TemporaryUserPermissions: { UserPromotionRole: [{ Name: 'a' }, { Duration: 5 }] },
    },
  }),
)

test('a former spelling of the provider counts as the provider', () => {
  expect(hybrid.provider).toBe('EntraID')
})

test('an Okta domain without a provider means Okta', () => {
  expect(contextOf(settingsOf({ login: { AuthServer: 'acme.okta.com' } })).provider).toBe('Okta')
  expect(contextOf(settingsOf({ connect: { IdPSettings: { OktaAuthServer: 'a.okta.com' } } })).provider).toBe(
    'Okta',
  )
})

test('a provider that Jamf Connect does not know is none', () => {
  expect(
    contextOf(settingsOf({ login: { OIDCProvider: 'Entra', AuthServer: 'a.okta.com' } })).provider,
  ).toBeNull()
})

test('the menu bar app is seen with its own provider', () => {
  expect(seenFrom(hybrid, 'com.jamf.connect').provider).toBe('Okta-OIDC')
  expect(holds({ provider: ['Okta-OIDC'] }, seenFrom(hybrid, 'com.jamf.connect'))).toBe(true)
  expect(holds({ provider: ['Okta-OIDC'] }, hybrid)).toBe(false)
})

test('values, presence, alternatives and negations are decided', () => {
  const cases = [
    ['always', true],
    [{ key: 'DenyLocal', is: [true] }, true],
    [{ key: 'DenyLocal', is: [false] }, false],
    [{ key: 'LocalFallback', is: [false] }, false],
    [{ key: 'MFAExcluded', is: ['push'] }, true],
    [{ key: 'DenyLocal', configured: true }, true],
    [{ key: 'LocalFallback', configured: false }, true],
    [{ key: 'com.jamf.connect:IdPSettings/Provider', configured: true }, true],
    [{ all: ['always', { key: 'DenyLocal', is: [false] }] }, false],
    [{ any: [{ key: 'DenyLocal', is: [false] }, 'always'] }, true],
    [{ not: { key: 'DenyLocal', is: [true] } }, false],
  ] as const
  for (const [condition, expected] of cases) {
    expect(holds(condition, hybrid), JSON.stringify(condition)).toBe(expected)
  }
})

test('inside a list, a condition is about the same element', () => {
  const named = { key: 'TemporaryUserPermissions/UserPromotionRole/[]/Name', configured: true }
  const path = (at: number) => ['TemporaryUserPermissions', 'UserPromotionRole', at, 'Duration']
  expect(holds(named, seenFrom(hybrid, 'com.jamf.connect', path(0)))).toBe(true)
  expect(holds(named, seenFrom(hybrid, 'com.jamf.connect', path(1)))).toBe(false)
})

test('a condition reads as part of a sentence', () => {
  const said = [
    [{ provider: ['PingFederate', 'Custom'] }, 'when the identity provider is PingFederate or Custom'],
    [
      { not: { provider: ['Okta', 'GoogleID'] } },
      'when the identity provider is neither Okta (Authentication API) nor Google',
    ],
    [
      {
        provider: [
          'EntraID',
          'OktaIdentityEngine',
          'Okta-OIDC',
          'IBMCI',
          'OneLogin',
          'PingFederate',
          'Custom',
        ],
      },
      'when the identity provider is neither Okta (Authentication API) nor Google',
    ],
    [{ key: 'Migrate', is: [true] }, 'when Migrate is on'],
    [{ not: { key: 'Migrate', is: [true] } }, 'when Migrate is not on'],
    [
      { key: 'com.jamf.connect.login:OfflineMFA', is: [true] },
      'when OfflineMFA (com.jamf.connect.login) is on',
    ],
    [{ key: 'Kerberos/Realm', configured: true }, 'when Kerberos/Realm is configured'],
    [
      { all: [{ provider: ['EntraID', 'Custom'] }, { key: 'ROPGProvider', configured: true }] },
      'when the identity provider is Microsoft Entra ID or Custom, and ROPGProvider is configured',
    ],
    [
      {
        all: [
          { key: 'A', configured: true },
          {
            any: [
              { key: 'B', is: [true] },
              { key: 'C', is: [true] },
            ],
          },
        ],
      },
      'when A is configured, and either B is on or C is on',
    ],
    ['always', 'always'],
  ] as const
  for (const [condition, words] of said) {
    expect(inWords(condition)).toBe(words)
  }
})

test('the sentence about given settings names their provider only', () => {
  const condition = {
    any: [{ key: 'LocalFallback', configured: true }, { provider: ['Okta', 'EntraID'] as const }],
  }
  expect(inWords(holdingPart(condition, hybrid))).toBe('when the identity provider is Microsoft Entra ID')
})

test('a condition that says itself is said so, but for its contrary', () => {
  const asked = {
    all: [{ provider: ['EntraID'] }, { key: 'ROPGProvider', is: ['Custom'] }],
    said: 'passwords are checked at AD FS',
  }
  const other = { not: { key: 'OIDCNewPassword', is: [true] } }
  expect(inWords(asked)).toBe('when passwords are checked at AD FS')
  expect(inWords({ all: [asked, other] })).toBe(
    'when passwords are checked at AD FS and OIDCNewPassword is not on',
  )
  expect(
    inWords(
      holdingPart(
        { any: [asked] },
        contextOf(settingsOf({ login: { OIDCProvider: 'EntraID', ROPGProvider: 'Custom' } })),
      ),
    ),
  ).toBe('when passwords are checked at AD FS')
  expect(inWords({ not: asked })).toBe(
    'when the identity provider is not Microsoft Entra ID or ROPGProvider is not Custom',
  )
})

test('a part that stands twice is said once, and parts of parts in one row', () => {
  const okta: Condition = { provider: ['Okta'] }
  const on: Condition = { key: 'UserHelp', configured: true }
  expect(inWords({ all: [okta, okta] })).toBe(inWords(okta))
  expect(inWords({ all: [{ all: [okta, on] }, okta] })).toBe(inWords({ all: [okta, on] }))
  expect(inWords({ not: { any: [{ any: [okta, on] }, on] } })).toBe(inWords({ not: { any: [okta, on] } }))
})

test('a product with one or two providers is said by their names', () => {
  const one = { id: 'A', inSentences: 'Acme' }
  const two = [one, { id: 'B', inSentences: 'Beta' }]
  expect(say({ provider: ['A'] }, two)).toBe('when the identity provider is Acme')
  expect(say({ provider: ['A'] }, [one])).toBe('when the identity provider is Acme')
  expect(say({ not: { provider: ['A'] } }, two)).toBe('when the identity provider is not Acme')
  expect(say({ provider: ['A', 'B'] }, two)).toBe('when an identity provider is configured')
})

test('a fraction is compared with a whole number that a file has in its place', () => {
  const settings = settingsOf({ login: { Wait: 2 } })
  const context = { provider: null, settings, domain: 'com.jamf.connect.login' }
  expect(holds({ key: 'Wait', is: [0.5, 2] }, context)).toBe(true)
  expect(holds({ key: 'Wait', is: [0.5] }, context)).toBe(false)
})
