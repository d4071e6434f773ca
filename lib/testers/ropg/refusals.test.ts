import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { AttemptLedger } from '../attempt-ledger'
import { runRopg, settingsOf } from './fixtures/run'
import { json, startTokenServer } from './fixtures/token-server'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0)) {
    await clean()
  }
})

type Answer = (response: ServerResponse, form: URLSearchParams, request: IncomingMessage) => void

async function check(answer: Answer, more: Record<string, string | string[]> = {}, attempts?: AttemptLedger) {
  const server = await startTokenServer(answer)
  cleanups.push(server.close)
  const settings = settingsOf({
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
    OIDCROPGID: 'mac client',
    ...more,
  })
  const run = await runRopg(
    { settings, userName: 'eli@acme.example', password: 'a good one' },
    attempts === undefined ? {} : { attempts },
  )
  return { ...run, forms: server.forms }
}

const refusal = (status: number, body: object | string, type = 'application/json') =>
  check((response) =>
    typeof body === 'string'
      ? response.writeHead(status, { 'Content-Type': type }).end(body)
      : json(response, status, body),
  )

describe('a refusal says about the password what it proves', () => {
  it.each([
    [400, { error: 'invalid_grant' }, /may be wrong/],
    [401, { error: 'invalid_grant', error_description: 'Authentication failed for eli' }, /may be wrong/],
    [400, { error: 'invalid_grant', error_description: 'Incorrect login or password!' }, /may be wrong/],
    [400, { error: 'invalid_grant', error_description: 'Wrong password, or the user is locked' }, /may be/],
    [400, { error: 'invalid_grant', error_description: 'Invalid client credentials' }, /may be wrong/],
    [403, { error: 'access_denied', error_description: 'This account is suspended' }, /Not known.*disabled/],
    [400, { error: 'invalid_grant', error_description: 'User is locked out' }, /Not known.*locked/],
    [
      400,
      { error: 'invalid_grant', error_description: 'Your password must be changed' },
      /Not known.*demands a new one/,
    ],
    [
      400,
      { error: 'invalid_grant', error_description: 'Login failed: password expired' },
      /right, but it has expired/,
    ],
    [
      400,
      { error: 'invalid_grant', error_description: 'The e-mail is wrong or the password expired' },
      /may be/,
    ],
    [400, { error: 'invalid_grant', error_description: 'Bad password, or it has expired' }, /may be/],
    [
      400,
      { error: 'access_denied', error_description: "The password hasn't expired. Try again" },
      /^(?!.*right, but)/,
    ],
    [
      400,
      { error: 'invalid_grant', error_description: 'Refused. Renew it when the password is expired' },
      /may be/,
    ],
    [400, { error: 'invalid_grant', error_description: 'Wrong code or the account is suspended' }, /may be/],
    [
      400,
      { error: 'invalid_grant', error_description: 'User locked after 4 wrong passwords' },
      /Not known.*is locked/,
    ],
    [400, { error: 'interaction_required' }, /Not known.*page/],
    [400, { error: 'invalid_request' }, /Not known.*request/],
    [403, '', /may be wrong/],
    [401, { message: 'Unauthorized' }, /may be wrong/],
    [401, 'Denied', /may be wrong/],
  ] as const)('%s %j', async (status, body, title) => {
    const { summary, requests } = await refusal(status, body)
    expect(summary.title).toMatch(title)
    expect(summary.repair).toBeUndefined()
    expect(requests.filter((name) => name === 'Token')).toHaveLength(1)
  })

  it('takes the page of a proxy for no answer of a token endpoint', async () => {
    const { summary, findings } = await refusal(403, '<html><title>Blocked</title></html>', 'text/html')
    expect(summary.title).toBe(
      'Not known whether the password is right: a web page answered in place of the token endpoint',
    )
    expect(findings.get('ropg.answer')?.received).toContain('a web page')
  })

  it.each([429, 500, 503])('does not doubt the address for status %d', async (status) => {
    const { summary, findings } = await refusal(status, '')
    expect(summary.title).toContain('the identity provider failed or is too busy')
    expect(findings.get('ropg.answer')?.change).toBe('Try again later.')
    expect(findings.get('ropg.answer')?.remedy).toBeUndefined()
  })

  it('calls a client that is not known neither public nor accepted', async () => {
    const { findings } = await refusal(401, { error: 'invalid_client' })
    expect(findings.get('ropg.client')).toMatchObject({
      outcome: 'failed',
      title: 'The client was refused',
      remedy: { path: ['OIDCROPGID'] },
    })
  })

  it('is not hidden by an issuer that differs', async () => {
    const server = await startTokenServer((response) => json(response, 400, { error: 'invalid_grant' }))
    const document = {
      issuer: 'https://id.other.example/v3',
      authorization_endpoint: `${server.url}/authorize`,
      token_endpoint: `${server.url}/token`,
      jwks_uri: `${server.url}/keys`,
    }
    const other = await startTokenServer((response) => json(response, 200, document))
    cleanups.push(server.close, other.close)
    const settings = settingsOf({
      OIDCProvider: 'Custom',
      OIDCDiscoveryURL: `${other.url}/document`,
      OIDCROPGID: 'mac',
    })
    const { summary } = await runRopg({ settings, userName: 'eli', password: 'a good one' })
    expect(summary.title).toContain('the user name or the password may be wrong')
  })
})

describe('what a refusal leaves open', () => {
  it('the client, where no reason is given', async () => {
    for (const body of ['', 'Forbidden']) {
      const { findings } = await refusal(403, body)
      expect(findings.get('ropg.client')).toMatchObject({
        outcome: 'warning',
        title: 'Whether the client was accepted is not known',
      })
      expect(findings.get('ropg.tokens')?.outcome).toBe('failed')
    }
    const { findings } = await refusal(400, { error: 'invalid_grant' })
    expect(findings.get('ropg.client')?.outcome).toBe('passed')
  })

  it('the grant, where the discovery document does not list it', async () => {
    const answer: Answer = (response) => response.writeHead(403).end()
    const server = await startTokenServer(answer, { grant_types_supported: ['authorization_code'] })
    cleanups.push(server.close)
    const settings = settingsOf({
      OIDCProvider: 'Custom',
      OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
      OIDCROPGID: 'mac',
    })
    const { summary } = await runRopg({ settings, userName: 'eli', password: 'a good one' })
    expect(summary.title).toBe(
      'Not known whether the password is right: the identity provider may not offer the password grant',
    )
    expect(summary.text).toMatch(/^The discovery document does not list the password grant/)
  })

  it('everything, where the answer has neither tokens nor an error', async () => {
    for (const body of [{}, { status: 'ok' }, { access_token: 7 }]) {
      const { summary } = await refusal(200, body)
      expect(summary.title).toBe(
        'Not known whether the password is right: the answer has neither tokens nor an error',
      )
    }
  })
})

describe('what the provider said itself', () => {
  it.each([
    ['The directory is in its night shift.', /says: “The directory is in its night shift”/],
    ['Benutzername oder Kennwort falsch', /says: “Benutzername oder Kennwort falsch”/],
    ['Invalid one-time password', /one-time password or a second factor is wrong/],
    ['E-mail not verified', /not confirmed yet/],
    ['Too many requests, slow down', /too many requests/],
  ])('is told: %s', async (error_description, words) => {
    const { summary } = await refusal(400, { error: 'invalid_grant', error_description })
    expect(summary.text).toMatch(words)
    expect(summary.text).not.toMatch(/does not say why|gave no reason/)
    expect(summary.title).toMatch(/^Not known whether|may be wrong$/)
  })

  it('counts where the error stands in a member of Okta’s', async () => {
    const body = { errorCode: 'invalid_client', errorSummary: 'Invalid value for the client_id parameter.' }
    const { findings, settled } = await refusal(401, body)
    expect(findings.get('ropg.client')).toMatchObject({ outcome: 'failed', title: 'The client was refused' })
    expect(settled).toEqual(['not-checked'])
  })

  it('leads to Microsoft’s page about a code that is not in the table, by an address that is whole', async () => {
    const { events } = await refusal(400, { error: 'invalid_grant', error_description: 'AADSTS50999: x' })
    const told = JSON.stringify(events)
    expect(told).toContain('https://login.microsoftonline.com/error?code=50999')
    expect(told).not.toContain('error?code=<code>')
  })
})

describe('a success code that is in an answer without proof', () => {
  it('is a warning where nobody says when it comes, and an error where wrong passwords get it', async () => {
    const answer: Answer = (response) =>
      json(response, 400, { error: 'interaction_required', error_description: 'AADSTS16000: x' })
    const open = await check(answer, { ROPGSuccessCodes: ['interaction_required'] })
    expect(open.findings.get('ropg.success-codes')?.outcome).toBe('warning')
    expect(open.summary.title).toMatch(/^Not known whether the password is right, and Jamf Connect may/)
    const wrong = await check(answer, { ROPGSuccessCodes: ['16000'] })
    expect(wrong.findings.get('ropg.success-codes')?.outcome).toBe('failed')
  })
})

describe('a client secret with special characters', () => {
  const secret = 'r&d %2B+/key'
  const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`
  const ways = {
    'in the form': (form: URLSearchParams) => form.get('client_secret') === secret,
    'form-encoded': (_: URLSearchParams, header: string) =>
      header === basic('mac+client:r%26d+%252B%2B%2Fkey'),
    'as it is written': (_: URLSearchParams, header: string) => header === basic(`mac client:${secret}`),
  }

  it.each(Object.entries(ways))('is found to be taken %s, and the finding says so', async (way, fits) => {
    const { summary, findings, settled, forms } = await check(
      (response, form, request) =>
        fits(form, request.headers.authorization ?? '')
          ? json(response, 200, { access_token: 'token', token_type: 'Bearer' })
          : json(response, 401, { error: 'invalid_client' }),
      { ROPGClientSecret: secret },
    )
    expect(summary.title).toBe('The password is right')
    expect(findings.get('ropg.client')?.sent).toContain(way)
    expect(settled).toEqual([...forms.slice(1).map(() => 'not-checked'), 'accepted'])
    expect(forms.length).toBeLessThanOrEqual(3)
  })

  const odd = {
    error: 'invalid_request',
    error_description: 'client_id and client_secret in the authorization header are not properly encoded',
  }
  it.each([
    [400, odd],
    [401, {}],
    [429, { error: 'slow_down' }],
    [503, '<p>Busy</p>'],
  ])('that no spelling makes right is told by the first answer, not by %i %j', async (status, body) => {
    const { summary, findings } = await check(
      (response, _, { headers }) => {
        const plain = headers.authorization === basic(`mac client:${secret}`)
        return plain && typeof body === 'string'
          ? response.writeHead(status, { 'Content-Type': 'text/html' }).end(body)
          : json(response, plain ? status : 401, plain ? body : { error: 'invalid_client' })
      },
      { ROPGClientSecret: secret },
    )
    expect(summary.title).toBe(
      'Not known whether the password is right: the client secret may be wrong, or the client ID',
    )
    expect(findings.get('ropg.client')).toMatchObject({
      outcome: 'failed',
      title: 'The client was refused',
      received: '401 invalid_client',
    })
    const told = JSON.stringify([summary, ...findings.values()])
    expect(told).not.toMatch(/one spelling|misses something|properly encoded/)
  })

  it('is tried in no other way where a limit forbids one more sending of the password', async () => {
    let asked = 0
    const attempts: AttemptLedger = {
      reserve: async () =>
        ++asked === 1
          ? { granted: true, id: 'one', failures: 0 }
          : { granted: false, limit: 'person', until: Date.now() + 60_000 },
      settle: async () => undefined,
    }
    const { forms, findings, summary } = await check(
      (response) => json(response, 401, { error: 'invalid_client' }),
      { ROPGClientSecret: secret },
      attempts,
    )
    expect([forms.length, asked]).toEqual([1, 2])
    expect(findings.get('ropg.client')?.means).toContain('Other ways were not tried')
    expect(summary.title).toMatch(/^Not known whether the password is right/)
  })

  it('is not tried in another way once the provider may have looked at the password', async () => {
    for (const body of [{ error: 'invalid_grant' }, { error: 'unauthorized_client' }, {}]) {
      const { forms, settled } = await check((response) => json(response, 401, body), {
        ROPGClientSecret: secret,
      })
      expect(forms).toHaveLength(body.error === 'unauthorized_client' ? 3 : 1)
      expect(settled).toHaveLength(forms.length)
    }
  })
})
