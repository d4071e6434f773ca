import { describe, expect, test } from 'vitest'
import type { PlistValue } from '../../../plist/value'
import { envelopeIssues } from '../../defects'
import { applyEdits } from '../../edit'
import {
  allFiles,
  alone,
  app,
  applePayloads,
  entra,
  kerberos,
  LOGIN_WINDOW,
  PRIVACY,
  SSO,
} from '../../fixtures/apple-payloads'
import { managed, payload, profile, uuids } from '../../fixtures/sample-trees'
import { findSettings } from '../../payloads/shapes'

const today = new Date('2026-11-22T12:00:00Z')
/** As Terraform and shells write it. */
const IDENTIFIER = ['$', '{identifier}'].join('')
const issuesOf = (root: PlistValue) => envelopeIssues(root, findSettings(root), { today })

describe('a payload of Apple that is as documented has no issues', () => {
  const { Allowed: _, ...undecided } = app
  test.each([
    ['privacy preferences', allFiles(app)],
    ['the newer of two answers', allFiles({ ...undecided, Authorization: 'Allow' })],
    [
      'a key of a newer system',
      alone(SSO, { ...entra, PlatformSSO: { EnableRegistrationDuringSetup: true } }),
    ],
    [
      'the Kerberos extension',
      alone(SSO, { ...kerberos, ExtensionData: { domainRealmMapping: { 'A.TEST': ['a.test'] } } }),
    ],
    [
      'an extension with data of its own',
      alone(SSO, { ...entra, ExtensionData: { browser_sso_interaction_enabled: 1 } }),
    ],
    ['variables of an MDM', allFiles({ ...app, IdentifierType: '$TYPE', Allowed: '{{allowed}}' })],
    ['some settings of a domain', alone('com.apple.screensaver', { askForPassword: true })],
    [
      'a deprecated key beside its successor',
      alone('com.apple.SetupAssistant.managed', { SkipTrueTone: true, SkipSetupItems: ['Appearance'] }),
    ],
    [
      'names for a certificate in a list',
      alone('com.apple.security.scep', {
        PayloadContent: { URL: 'https://ca.test', SubjectAltName: { dNSName: ['a.test', 'b.test'] } },
      }),
    ],
    [
      'preferences that are a domain',
      profile([managed(uuids.connect, { [LOGIN_WINDOW]: { DisableFDEAutoLogin: true, LoginHook: '/x' } })]),
    ],
    [
      'a certificate of the same profile, in small letters',
      profile([
        payload('com.apple.wifi.managed', uuids.connect, {
          PayloadCertificateUUID: uuids.login.toLowerCase(),
        }),
        payload('com.apple.security.pkcs12', uuids.login, { PayloadContent: null }),
      ]),
    ],
    [
      'a certificate that an MDM fills in',
      alone('com.apple.wifi.managed', { PayloadCertificateUUID: '{{certificate}}' }),
    ],
    [
      'an answer for standard users',
      alone(PRIVACY, {
        Services: { ListenEvent: [{ ...undecided, Authorization: 'AllowStandardUserToSetSystemService' }] },
      }),
    ],
    [
      'a variable that no MDM lists and that is like none',
      alone(LOGIN_WINDOW, { LoginwindowText: '{{acme_site_colour}} $SERIALNUMBER' }),
    ],
    ['preferences of a type that is none', profile([managed(uuids.connect, { [PRIVACY]: { Services: 1 } })])],
  ])('%s', (_name, root) => {
    expect(issuesOf(root)).toEqual([])
  })
})

test('a number for a switch is advice, since a Mac may read it, and a text is an error', () => {
  const severity = (Allowed: number | string) =>
    issuesOf(allFiles({ ...app, Allowed })).map((issue) => issue.severity)
  expect(severity(1)).toEqual(['advice'])
  expect(severity('true')).toEqual(['error'])
})

test('a misspelt key is one message: that the right one is missing follows from it', () => {
  const { Allowed: _, ...undecided } = app
  expect(issuesOf(allFiles({ ...undecided, allowed: true })).map(({ rule }) => rule)).toEqual([
    'apple-key-name',
  ])
})

test("what stands in marks of a template is nobody's value yet: no UUID, identifier or scope is called wrong", () => {
  const settings = payload(LOGIN_WINDOW, '{{ uuid }}', { DisableFDEAutoLogin: true })
  const again = { ...settings, PayloadIdentifier: IDENTIFIER }
  const outer = { PayloadUUID: '{{ uuid }}', PayloadIdentifier: IDENTIFIER, PayloadScope: '<<SCOPE>>' }
  expect(issuesOf(profile([settings, again], outer))).toEqual([])
})

test('no message tells a credential', () => {
  const root = alone('com.apple.MCX.FileVault2', { Enable: 'On', Password: 7431 })
  expect(issuesOf(root).map(({ rule }) => rule)).toContain('apple-value-type')
  expect(JSON.stringify(issuesOf(root).map(({ message }) => message))).not.toContain('7431')
})

test('every repair removes its issue, brings no other, and changes nothing when it is made again', () => {
  for (const [rule, defects] of Object.entries(applePayloads)) {
    for (const [root] of defects) {
      const before = issuesOf(root)
      const repair = before.find((issue) => issue.rule === rule)?.repair
      if (repair !== undefined) {
        const mended = applyEdits(root, repair.edits)
        expect(issuesOf(mended).length, rule).toBeLessThan(before.length)
        expect(
          issuesOf(mended).map((issue) => issue.rule),
          rule,
        ).not.toContain(rule)
        expect(issuesOf(mended).flatMap((issue) => issue.repair ?? [])).not.toContainEqual(repair)
      }
    }
  }
})
