import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeIssuer } from './issuer'
import { issuerRelations } from './issuer-relations'

const address = (base: string) => `${base}/.well-known/openid-configuration`
const entra = 'https://login.microsoftonline.com'
const one = '8d0b6e47-5c12-4fa3-b9d8-03e7a61f52c4'
const two = '8d0b6e47-5c12-4fa3-b9d8-03e7a61f52c5'
const kindOf = (issuer: string, base: string) => {
  const verdict = judgeIssuer(issuer, address(base))
  return 'relation' in verdict ? `${verdict.kind} ${verdict.relation.id}` : verdict.kind
}

test.each([
  ['https://idp.example', 'https://idp.example', 'equal'],
  ['https://idp.example/', 'https://idp.example', 'equal'],
  ['https://idp.example/realms/x', 'https://idp.example/realms/x', 'equal'],
  ['https://accounts.google.com', 'https://accounts.google.com', 'equal'],
  [`${entra}/${one}/v2.0`, `${entra}/${one}/v2.0`, 'equal'],
  ['https://IDP.example', 'https://idp.example', 'same-host'],
  ['https://FS.CORP.EXAMPLE/adfs', 'https://fs.corp.example/adfs', 'same-host'],
  ['https://idp.example:443/x', 'https://idp.example/x', 'same-host'],
  ['https://idp.example', 'https://idp.example/x', 'different'],
  ['https://idp.example/X', 'https://idp.example/x', 'different'],
  ['http://idp.example', 'https://idp.example', 'different'],
  ['https://idp.example:8443', 'https://idp.example', 'different'],
  ['https://idp.example?x=1', 'https://idp.example', 'different'],
  ['', 'https://idp.example', 'different'],
  ['idp', 'https://idp.example', 'different'],
])('%s at %s: %s', (issuer, base, expected) => expect(kindOf(issuer, base)).toBe(expected))

describe('an issuer that the provider documents for the address is right', () => {
  test.each([
    [`${entra}/{tenantid}/v2.0`, `${entra}/common/v2.0`, 'many-tenants entra'],
    [`${entra}/{tenantid}/v2.0`, `${entra}/organizations/v2.0`, 'many-tenants entra'],
    [`${entra}/${one}/v2.0`, `${entra}/acme.onmicrosoft.com/v2.0`, 'documented entra'],
    [`${entra}/${one}/v2.0`, `${entra}/${one.toUpperCase()}/v2.0`, 'documented entra'],
    [`${entra}/${one}/v2.0`, `https://login.windows.net/${one}/v2.0`, 'documented entra'],
    [`${entra}/${one}/v2.0`, `https://sts.windows.net/acme.example/v2.0`, 'documented entra'],
    [
      `https://login.partner.microsoftonline.cn/${one}/v2.0`,
      `https://login.chinacloudapi.cn/acme.example/v2.0`,
      'documented entra',
    ],
    [`https://sts.windows.net/${one}/`, `${entra}/${one}`, 'documented entra-first-version'],
    [`https://sts.windows.net/${one}/`, `${entra}/acme.example`, 'documented entra-first-version'],
    ['https://sts.windows.net/{tenantid}/', `${entra}/common`, 'many-tenants entra-first-version'],
    [
      `https://sts.chinacloudapi.cn/${one}/`,
      `https://login.partner.microsoftonline.cn/${one}`,
      'documented entra-first-version',
    ],
    [
      `https://acme.b2clogin.com/${one}/v2.0/`,
      'https://acme.b2clogin.com/acme.onmicrosoft.com/B2C_1A_mac/v2.0',
      'documented azure-ad-b2c',
    ],
    [
      `https://acme.b2clogin.com/tfp/${one}/b2c_1_mac/v2.0/`,
      'https://acme.b2clogin.com/tfp/acme.onmicrosoft.com/B2C_1_mac/v2.0',
      'documented azure-ad-b2c',
    ],
    [
      `https://login.acme.example/${one}/v2.0/`,
      `https://login.acme.example/${one}/b2c_1_mac/v2.0`,
      'documented azure-ad-b2c',
    ],
    [
      `https://acme.b2clogin.com/${one}/v2.0/`,
      'https://acme.b2clogin.com/acme.onmicrosoft.com/v2.0',
      'documented azure-ad-b2c',
    ],
    [
      `https://${one}.ciamlogin.com/${one}/v2.0`,
      'https://acme.ciamlogin.com/acme.onmicrosoft.com/v2.0',
      'documented entra-external',
    ],
    [
      'https://acme.okta.com/oauth2/default',
      'https://id.acme.example/oauth2/default',
      'documented okta-own-domain',
    ],
  ])('%s at %s', (issuer, base, expected) => expect(kindOf(issuer, base)).toBe(expected))

  test.each([
    [`${entra}/${one}/v2.0`, `${entra}/${two}/v2.0`],
    [`${entra}/${one}/v2.0`, `https://login.microsoftonline.us/${one}/v2.0`],
    [`https://sts.windows.net/${one}/`, `${entra}/${two}`],
    [`https://sts.windows.net/${one}/`, 'https://evil.example/acme'],
    [`https://evil.example/${one}/v2.0`, `${entra}/${one}/v2.0`],
    ['https://evil.example/x/v2.0', 'https://evil.example/acme/v2.0'],
    [`https://other.b2clogin.com/${one}/v2.0/`, 'https://acme.b2clogin.com/acme/B2C_1_mac/v2.0'],
    [`https://${two}.ciamlogin.com/${one}/v2.0`, 'https://acme.ciamlogin.com/acme/v2.0'],
    [`https://${one}.ciamlogin.com/${one}/v2.0`, `https://acme.ciamlogin.com/${two}/v2.0`],
    ['https://acme.okta.com/oauth2/default', 'https://id.acme.example/oauth2/other'],
    ['https://okta.com.evil.example/oauth2/default', 'https://id.acme.example/oauth2/default'],
  ])('not %s at %s', (issuer, base) => expect(kindOf(issuer, base)).toBe('different'))

  test('each has the page it is taken from', () => {
    expect(issuerRelations.every(({ source }) => /^https:\/\//.test(source))).toBe(true)
  })
})

test.each([
  ['https://idp.example/realms/Staff', 'https://idp.example/realms/staff', 'capital letters'],
  ['https://idp.example/a/b', 'https://idp.example/a//b', 'slashes'],
  ['https://idp.example/a/b', 'https://idp.example/a', '“/b” at the end is in the issuer only'],
  ['https://idp.example/a', 'https://idp.example/a/b', '“/b” at the end is in the address only'],
  ['http://idp.example/a', 'https://idp.example/a', 'begins with http://idp.example'],
  ['https://sso.example/a', 'https://idp.example/a', 'on sso.example, the address on idp.example'],
])('%s at %s says where they part', (issuer, base, words) => {
  const verdict = judgeIssuer(issuer, address(base))
  expect(verdict.kind === 'different' && verdict.how).toContain(words)
})

test('the issuer of the address itself is always right, and nothing throws', () => {
  const web = fc.webUrl({ withQueryParameters: false, withFragments: false })
  fc.assert(
    fc.property(web, (base) => ['equal', 'same-host'].includes(judgeIssuer(base, address(base)).kind)),
  )
  fc.assert(fc.property(fc.string(), fc.string(), (one, other) => judgeIssuer(one, other).kind !== undefined))
})
