import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OAuth2Server } from 'oauth2-mock-server'
import { expect, test } from 'vitest'
import { redirectUri } from '@/demo/clients'
import { ada, browserFor, eventsOf } from './fixtures/browser'
import { loginProfile } from './fixtures/profiles'
import { folderWith, latchkey, type RunOptions } from './fixtures/run-cli'
import { withStandIns } from './fixtures/stand-ins'

const { demoFolder } = withStandIns()
const works = 'Everything works'

test('discovery of a provider that works passes, and says so in text', async () => {
  const { status, stdout, stderr } = await latchkey(
    ['test', 'discovery', 'a.mobileconfig'],
    demoFolder(works),
  )
  expect(stdout).toMatch(/^passed {3}.+/)
  expect(stdout).not.toMatch(/^failed/m)
  expect([status, stderr]).toEqual([0, ''])
})

test('a warning passes unless --strict is given', async () => {
  // The provider of the demo speaks plain http, which is remarked upon.
  const place = demoFolder(works)
  const run = (...more: string[]) =>
    latchkey(['test', 'discovery', 'a.mobileconfig', '--json', ...more], place)
  const plain = await run()
  const verdict = eventsOf(plain.stdout).flatMap((event) =>
    event.type === 'done' ? [event.summary.verdict] : [],
  )
  expect([verdict, plain.status]).toEqual([['warning'], 0])
  expect((await run('--strict')).status).toBe(1)
})

test('discovery that fails has status 1 and says what to change, and where', async () => {
  const { status, stdout } = await latchkey(
    ['test', 'discovery', 'a.mobileconfig'],
    demoFolder('Wrong discovery URL'),
  )
  expect(status).toBe(1)
  expect(stdout).toMatch(/^failed: /m)
  expect(stdout).toMatch(/^What to change\n {2}- .+\(com\.jamf\.connect\.login:OIDCDiscoveryURL\)$/m)
})

test('with --json each line is one event, from "started" to "done"', async () => {
  const { stdout } = await latchkey(['test', 'discovery', 'a.mobileconfig', '--json'], demoFolder(works))
  const types = eventsOf(stdout).map(({ type }) => type)
  expect([types[0], types.at(-1)]).toEqual(['started', 'done'])
  expect(new Set(types)).toEqual(new Set(['started', 'finding', 'exchange', 'done']))
})

test('addresses that LATCHKEY_EGRESS_ALLOW does not open are not asked', async () => {
  const { cwd } = demoFolder(works)
  const { status, stdout } = await latchkey(['test', 'discovery', 'a.mobileconfig'], { cwd })
  expect(status).toBe(1)
  expect(stdout).toContain('LATCHKEY_EGRESS_ALLOW')
})

test.each([
  ['LATCHKEY_EGRESS_ALLOW', '10.0.0.0/99'],
  ['LATCHKEY_CA_FILE', '/nowhere.pem'],
])('a %s that cannot be read has status 2', async (name, value) => {
  const { cwd } = demoFolder(works)
  const ran = await latchkey(['test', 'discovery', 'a.mobileconfig'], { cwd, env: { [name]: value } })
  expect([ran.status, ran.stdout]).toEqual([2, ''])
  expect(ran.stderr).toMatch(/^latchkey: .+\n$/)
})

test.each([['--json'], []])('oidc prints the address and takes the final one, %j', async (...more) => {
  const browser = browserFor()
  const place = demoFolder(works)
  const ran = await latchkey(['test', 'oidc', 'a.mobileconfig', ...more], { ...place, ...browser })
  expect(ran.status).toBe(0)
  expect(ran.stdout).toContain('Account name')
  expect(ran.stderr).toContain(redirectUri)
  const [final = ''] = browser.seen
  const code = new URL(final).searchParams.get('code') ?? ''
  expect(code.length).toBeGreaterThan(20)
  expect(ran.stdout + ran.stderr).not.toContain(code)
})

test('oidc of the hybrid flow prints no token', async () => {
  const browser = browserFor()
  const args = ['test', 'oidc', 'a.mobileconfig', '--json', '--response-type', 'code id_token']
  const { status, stdout } = await latchkey(args, { ...demoFolder(works), ...browser })
  expect(status).toBe(0)
  expect(browser.seen[0]).toContain('id_token=eyJ')
  expect(stdout).not.toMatch(/eyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/)
})

test.each([
  ['names the account after preferred_username', { preferred_username: 'ada' }, 'Account name: ada'],
  ['names it after the subject without any name', {}, 'Account name: johndoe'],
])('oidc against oauth2-mock-server %s', async (_, claims, expected) => {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  const issuer = `http://127.0.0.1:${server.address().port}`
  server.issuer.url = issuer
  server.service.on('beforeTokenSigning', ({ payload }) => Object.assign(payload, claims))
  server.service.once('beforeUserinfo', (answer) => {
    answer.body = { sub: 'johndoe' }
  })
  const settings = {
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: `${issuer}/.well-known/openid-configuration`,
    OIDCNewPassword: true,
  }
  const cwd = folderWith({ 'a.mobileconfig': loginProfile(settings) })
  const env = { LATCHKEY_EGRESS_ALLOW: '127.0.0.1' }
  const ran = await latchkey(['test', 'oidc', 'a.mobileconfig'], { cwd, env, ...browserFor() })
  await server.stop()
  expect([ran.status, ran.stdout]).toEqual([0, expect.stringContaining(expected)])
})

test('oidc names what the provider refuses, though nobody brings an answer', async () => {
  const place = demoFolder(works)
  const moved = 'com.jamf.connect.login:OIDCRedirectURI=https://127.0.0.1/never-registered'
  expect((await latchkey(['set', 'a.mobileconfig', moved, '-o', 'b.mobileconfig'], place)).status).toBe(0)
  const { status, stdout } = await latchkey(['test', 'oidc', 'b.mobileconfig'], place)
  expect(status).toBe(1)
  expect(stdout).toMatch(/^failed: Nobody can sign in with this configuration\n.*redirect URI/m)
})

test('oidc reads the text of an error page, whatever line tells the error', async () => {
  const page = [
    'oops! something went wrong',
    '',
    'Please go back to the app you came from.',
    'error: invalid_redirect_uri',
    "error_description: redirect_uri did not match any of the client's registered redirect_uris",
    'iss: http://127.0.0.1',
  ].join('\r\n')
  const args = ['test', 'oidc', 'a.mobileconfig']
  const { status, stdout } = await latchkey(args, { ...demoFolder(works), stdin: page })
  expect(status).toBe(1)
  expect(stdout).toContain('The identity provider shows an error page')
  expect(stdout).toContain('OIDCRedirectURI')
})

test('oidc without a final address was not tested to the end', async () => {
  const { status, stderr } = await latchkey(['test', 'oidc', 'a.mobileconfig'], demoFolder(works))
  expect(status).toBe(2)
  expect(stderr).toContain('did not come back')
})

test.each([
  ['right', 'ada@acme.example', 'analytical-engine', 0],
  ['wrong', 'ada@acme.example', 'Zx9CanaryQ7 ünï', 1],
  ['right with a second factor', 'mia@acme.example', 'golden-goal', 0],
])(
  'ropg takes a %s password from standard input and prints it nowhere',
  async (_, user, password, expected) => {
    const place = demoFolder(works)
    for (const more of [['--json'], ['--password-stdin']]) {
      const args = ['test', 'ropg', 'a.mobileconfig', '--user', user, ...more]
      const data = { ...place.env, LATCHKEY_DATA: folderWith({}) }
      const ran = await latchkey(args, { ...place, env: data, stdin: `${password}\r\nnot read` })
      expect(ran.status).toBe(expected)
      expect(ran.stdout).toContain('password')
      expect(ran.stdout + ran.stderr).not.toContain(password)
      expect(ran.stdout + ran.stderr).not.toContain(encodeURIComponent(password))
    }
  },
)

test('a check that ended in a warning counts with --strict, though the test passed', async () => {
  const place = demoFolder(works)
  const file = join(place.cwd, 'a.mobileconfig')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('openid+profile', 'profile'))
  const args = ['test', 'ropg', 'a.mobileconfig', '--user', 'ada@acme.example']
  const plain = await latchkey(args, { ...place, stdin: ada.password })
  expect(plain.stdout).toMatch(/^passed: The password is right$/m)
  expect(plain.stdout).toMatch(/^warning /m)
  const strict = await latchkey([...args, '--strict'], { ...place, stdin: ada.password })
  expect([plain.status, strict.status]).toEqual([0, 1])
})

test('a client secret is printed nowhere', async () => {
  const place = demoFolder('Confidential client')
  const run = (kind: string, options: RunOptions, ...more: string[]) =>
    latchkey(['test', kind, 'a.mobileconfig', '--json', ...more], { ...place, ...options })
  const all = [
    await run('discovery', {}),
    await run('oidc', browserFor()),
    await run('ropg', { stdin: ada.password }, '--user', 'ada@acme.example', '--app', 'connect'),
  ]
  expect(all.map(({ status }) => status)).toEqual([0, 0, 0])
  expect(all.map(({ stdout, stderr }) => stdout + stderr).join()).not.toContain('latchkey-demo-secret')
})

test('a wrong password is not sent again by a later run', async () => {
  const place = demoFolder(works)
  const args = ['test', 'ropg', 'a.mobileconfig', '--user', 'ben@acme.example', '--json']
  const requests = async () => {
    const { status, stdout } = await latchkey(args, { ...place, stdin: 'not his' })
    const token = eventsOf(stdout).filter(
      (event) => event.type === 'exchange' && event.exchange.method === 'POST',
    )
    return [status, token.length]
  }
  expect([await requests(), await requests()]).toEqual([
    [1, 1],
    [2, 0],
  ])
})

test('no password is sent when attempts cannot be counted', async () => {
  const place = demoFolder(works)
  const args = ['test', 'ropg', 'a.mobileconfig', '--user', 'ada@acme.example']
  const env = { ...place.env, LATCHKEY_DATA: '/proc/nowhere' }
  const { status, stdout, stderr } = await latchkey(args, { ...place, env, stdin: ada.password })
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/no password is sent/)
})

test.each([
  [['test'], 'Say what to test: discovery, oidc, ropg, okta.'],
  [['test', 'ropq', 'a.mobileconfig'], 'Do you mean ropg?'],
  [['test', 'ropg', 'a.mobileconfig', 'Zx9CanaryQ7'], 'a password is no argument'],
  [['test', 'ropg', 'a.mobileconfig', '--password=Zx9CanaryQ7'], 'Do you mean --password-stdin?'],
  [['test', 'ropg', 'a.mobileconfig'], 'Say who signs in'],
  [['test', 'ropg', 'a.mobileconfig', '--user', 'ada'], 'There is no password on standard input'],
  [['test', 'ropg', '-', '--user', 'ada'], 'cannot be both'],
  [['test', 'oidc', 'a.mobileconfig', '--user', 'ada'], '--user goes with ropg and okta only.'],
  [['test', 'discovery', 'missing.mobileconfig'], 'missing.mobileconfig does not exist.'],
])('%j is refused with status 2, nothing sent', async (args, sentence) => {
  const { status, stdout, stderr } = await latchkey(args, demoFolder(works))
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain(sentence)
  expect(stderr).not.toContain('Zx9CanaryQ7')
})
