import { expect, it, onTestFinished } from 'vitest'
import { runRopg, settingsOf } from './fixtures/run'
import { json, startTokenServer } from './fixtures/token-server'

/** A password check at a provider that shows itself by its issuer and answers in this way. */
async function answered(issuer: string, status: number, body: object | string) {
  const server = await startTokenServer(
    (response) =>
      typeof body === 'string'
        ? response.writeHead(status, { 'Content-Type': 'text/plain' }).end(body)
        : json(response, status, body),
    { issuer },
  )
  onTestFinished(server.close)
  const settings = settingsOf({
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
    OIDCROPGID: 'mac',
  })
  return runRopg({ settings, userName: 'eli@acme.example', password: 'a good one' })
}

const auth0 = 'https://acme.eu.auth0.com/'
const ibm = 'https://acme.verify.ibm.com/oidc/endpoint/default'
const entra = 'https://login.microsoftonline.com/11c43ee8-b9d3-4e51-b73f-bd9dda66e29c/v2.0'
const asksForFactor = /^The password is right, but/

it.each([
  [
    auth0,
    500,
    { error: 'mfa_required', error_description: 'Multifactor authentication required' },
    asksForFactor,
  ],
  [auth0, 429, { error: 'mfa_required' }, asksForFactor],
  [auth0, 500, { error: 'server_error', error_description: 'mfa_required' }, asksForFactor],
  [auth0, 403, { error: 'access_denied', error_description: 'mfa_required: Second factor.' }, asksForFactor],
  [auth0, 502, { statusCode: 502, code: 'mfa_required', message: 'Upstream refused' }, asksForFactor],
  [auth0, 503, { code: 'invalid_user_password', description: 'Wrong email or password.' }, /is wrong$/],
  [
    auth0,
    500,
    { error: 'server_error', error_description: 'mfa_required is not what this was' },
    /^Not known/,
  ],
  [
    auth0,
    400,
    { error: 'access_denied', error_description: 'mfa_required: or the account is locked' },
    /^Not known/,
  ],
  [ibm, 400, { error: 'access_denied', error_description: 'CSIAQ0264E Not these.' }, /may be wrong$/],
  [ibm, 503, { messageId: 'CSIAQ0264E', messageDescription: 'Not these.' }, /may be wrong$/],
  [ibm, 500, { detail: { messages: ['CSIBH0044E The system cannot authenticate.'] } }, /may be wrong$/],
  [
    ibm,
    403,
    { error: 'access_denied', error_description: 'CSIAQ0279E Only entitled users.' },
    /not entitled/,
  ],
  [entra, 500, { error: 'server_error', error_description: 'AADSTS50126: Not these.' }, /is wrong$/],
  [entra, 502, { fault: { text: 'upstream said AADSTS50076: more is wanted' } }, asksForFactor],
  [entra, 503, 'AADSTS50126: Not these.', /is wrong$/],
] as const)('of %s, %i with %j', async (issuer, status, body, title) => {
  const { summary, findings } = await answered(issuer, status, body)
  expect(summary.title).toMatch(title)
  expect(findings.get('ropg.answer')).toMatchObject({ outcome: 'passed' })
  expect(findings.get('ropg.answer')?.received).not.toContain('without')
})

it('a failure without a code is one of the provider, whatever it says', async () => {
  const { summary } = await answered(entra, 503, { message: 'mfa_required may be why' })
  expect(summary.title).toMatch(/^Not known.*failed or is too busy$/)
})

it('a page that names a code is none of a token endpoint', async () => {
  const server = await startTokenServer((response) =>
    response.writeHead(502, { 'Content-Type': 'text/html' }).end('<html>AADSTS50076: more is wanted'),
  )
  onTestFinished(server.close)
  const settings = settingsOf({
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
    OIDCROPGID: 'mac',
  })
  const { summary } = await runRopg({ settings, userName: 'eli', password: 'a good one' })
  expect(summary.title).toMatch(/^Not known/)
})
