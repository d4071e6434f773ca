import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OAuth2Server } from 'oauth2-mock-server'
import { afterEach, expect, it, vi } from 'vitest'
import { type AttemptFile, openAttempts, reserveAttempt, settleAttempt } from '@/lib/library/attempts'
import type { AttemptLedger } from '../attempt-ledger'
import { openLedger, runRopg, settingsOf } from './fixtures/run'
import { json, startTokenServer } from './fixtures/token-server'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) {
    await clean()
  }
})

async function tokenServer(answer: (response: ServerResponse, form: URLSearchParams) => void) {
  const server = await startTokenServer(answer)
  cleanups.push(server.close)
  return server
}

const settingsFor = (url: string, more: Record<string, string | string[]> = {}) =>
  settingsOf({
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: `${url}/.well-known/openid-configuration`,
    OIDCROPGID: 'client',
    ...more,
  })

async function fileLedger(): Promise<{
  ledger: AttemptLedger
  reopen: () => Promise<void>
  folder: string
}> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-'))
  let file: AttemptFile = await openAttempts(folder)
  cleanups.push(
    () => rm(folder, { recursive: true }),
    async () => file.database.close(),
  )
  const ledger: AttemptLedger = {
    reserve: async (attempt) => reserveAttempt(file, { ...attempt, person: 'owner' }, Date.now()),
    settle: async (id, outcome) => settleAttempt(file, id, outcome),
  }
  const reopen = async () => {
    file.database.close()
    file = await openAttempts(folder)
  }
  return { ledger, reopen, folder }
}

it('oauth2-mock-server takes the password and its token is verified', async () => {
  const mock = new OAuth2Server()
  await mock.issuer.keys.generate('RS256')
  await mock.start(0, '127.0.0.1')
  cleanups.push(() => mock.stop())
  const url = `http://127.0.0.1:${mock.address().port}`
  mock.issuer.url = url
  mock.service.on('beforeTokenSigning', (token) => {
    Object.assign(token.payload, { aud: 'client', preferred_username: 'ada' })
  })
  const run = await runRopg({ settings: settingsFor(url), userName: 'ada', password: 'anything-goes' })
  expect(run.summary.title).toMatch(/^The password is right/)
  expect(run.findings.get('ropg.tokens')?.outcome).toBe('passed')
  expect(run.findings.get('id-token.signature')?.outcome).toBe('passed')
})

it('a redirect is not followed, and the password goes nowhere else', async () => {
  const other = await tokenServer((response) => json(response, 200, {}))
  const server = await tokenServer((response) =>
    response.writeHead(307, { Location: `${other.url}/token` }).end(),
  )
  const run = await runRopg({ settings: settingsFor(server.url), userName: 'ada', password: 'pass-word' })
  expect(run.findings.get('ropg.answer')).toMatchObject({ outcome: 'failed' })
  expect(run.findings.get('ropg.answer')?.means).toContain('was not sent there')
  expect([server.forms.length, other.paths.length]).toEqual([1, 0])
  expect(run.settled).toEqual(['failed'])
})

it.each([
  [
    'a web page',
    (response: ServerResponse) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>'),
  ],
  ['an empty object', (response: ServerResponse) => json(response, 500, {})],
  ['a broken connection', (response: ServerResponse) => response.destroy()],
])('%s says nothing about the password and counts as a failure', async (_, answer) => {
  const server = await tokenServer(answer)
  const run = await runRopg({ settings: settingsFor(server.url), userName: 'ada', password: 'pass-word' })
  expect(run.summary.verdict).toBe('failed')
  expect(run.findings.get('ropg.answer')?.outcome).toBe('failed')
  expect([server.forms.length, run.settled]).toEqual([1, ['failed']])
})

it('cancelling ends a silent token endpoint at once, frees its socket and counts the attempt', async () => {
  const server = await tokenServer(() => undefined)
  const controller = new AbortController()
  const { ledger, settled } = openLedger()
  const started = performance.now()
  const running = runRopg(
    { settings: settingsFor(server.url), userName: 'ada', password: 'pass-word' },
    { signal: controller.signal, attempts: ledger },
  )
  await vi.waitUntil(() => server.forms.length === 1)
  controller.abort()
  expect((await running).summary.verdict).toBe('cancelled')
  expect(performance.now() - started).toBeLessThan(3000)
  await vi.waitUntil(() => server.sockets() === 0)
  await vi.waitUntil(() => settled.length === 1)
  expect(settled).toEqual(['failed'])
})

it('of 200 simultaneous wrong passwords for one user, three are sent; after a restart none is', async () => {
  const server = await tokenServer((response) =>
    json(response, 400, { error: 'invalid_grant', error_description: 'AADSTS50126' }),
  )
  const { ledger, reopen } = await fileLedger()
  const attempt = (n: number) =>
    runRopg(
      { settings: settingsFor(server.url), userName: 'ada', password: `guess-number-${n}` },
      { attempts: ledger },
    )
  const runs = await Promise.all(Array.from({ length: 200 }, (_, n) => attempt(n)))
  expect(server.forms).toHaveLength(3)
  expect(runs.filter(({ summary }) => summary.title.startsWith('Nothing was sent'))).toHaveLength(197)
  await reopen()
  expect((await attempt(201)).summary.title).toContain('three failures for this user')
  expect(server.forms).toHaveLength(3)
})

it('one password is not sent for a fourth user, and a wrong one not twice, whatever its spelling', async () => {
  const server = await tokenServer((response) =>
    json(response, 400, { error: 'invalid_grant', error_description: 'AADSTS50126' }),
  )
  const { ledger, reopen } = await fileLedger()
  const attempt = (userName: string) =>
    runRopg({ settings: settingsFor(server.url), userName, password: 'Winter2027!' }, { attempts: ledger })
  for (const user of ['ada', 'ben', 'ADA', 'mia']) {
    await attempt(user)
  }
  expect(server.forms.map((form) => form.get('username'))).toEqual(['ada', 'ben', 'mia'])
  await reopen()
  expect((await attempt('lou')).summary.title).toContain('fourth user')
  expect((await attempt('ada')).summary.title).toContain('already tried')
  expect(server.forms).toHaveLength(3)
})

it('password, secret and tokens are in no event, no row and no line of the log, even when the provider repeats them', async () => {
  const canaries = { password: 'Canary-pa55/wörd&1', client_secret: 'canary-secret+/=' }
  const tokens = { access_token: 'canary-access-token', refresh_token: 'canary-refresh-token' }
  const idToken = [{ alg: 'RS256' }, { sub: 's', name: canaries.password, note: canaries.client_secret }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('canary-signature')
    .join('.')
  const lines: string[] = []
  for (const method of ['log', 'warn', 'error', 'info'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts) => void lines.push(parts.join(' ')))
  }
  const repeating = (status: number, body: object) => (response: ServerResponse, form: URLSearchParams) => {
    const echo = `${form.get('password')} ${form.get('client_secret')} ${encodeURIComponent(canaries.password)}`
    response.setHeader('X-Echo', encodeURI(echo))
    json(response, status, { ...body, error_description: `wrong: ${echo}`, [echo]: echo })
  }
  const { ledger, reopen, folder } = await fileLedger()
  const said: string[] = []
  for (const [status, body, userName] of [
    [400, { error: 'invalid_grant' }, 'ada'],
    [401, { error: 'invalid_client' }, 'ada'],
    [400, { error: canaries.password }, 'ben'],
    [200, { ...tokens, id_token: idToken, token_type: 'Bearer' }, 'ben'],
  ] as const) {
    const server = await tokenServer(repeating(status, body))
    const settings = settingsFor(server.url, { ROPGClientSecret: canaries.client_secret })
    const run = await runRopg({ settings, userName, password: canaries.password }, { attempts: ledger })
    expect(server.forms[0]?.get('password')).toBe(canaries.password)
    said.push(JSON.stringify(run.events))
  }
  await reopen()
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  vi.restoreAllMocks()
  const all = [...said, ...files, ...lines].join('\n')
  const secrets = [...Object.values(canaries), ...Object.values(tokens), idToken, 'canary-signature']
  const spellings = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ])
  expect(spellings.filter((spelling) => all.includes(spelling))).toEqual([])
})
