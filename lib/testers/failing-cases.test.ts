import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settingsOf } from '@/lib/schema/fixtures/settings'
import { clientSettings } from './client-settings'
import { checkNamed, checkTables } from './fixtures/check-tables'
import { expectedWithFault } from './fixtures/expected-faults'

const settings = settingsOf({ login: { OIDCProvider: 'Custom', OIDCAdmin: ['lab-admins'] } })
const client = clientSettings(settings)
const key = { domain: 'com.jamf.connect.login', path: ['OIDCScopes'] }
const plan = {
  provider: 'Custom',
  app: 'login',
  providerKey: key,
  scopesKey: key,
  scopesBecause: 'They are configured.',
}
const answered = (mode: string, address: string, parameters: Readonly<Record<string, string>> = {}) => ({
  ticket: { redirectUri: 'https://127.0.0.1/mac', responseMode: 'query', responseType: 'code' },
  response: { mode, address, parameters: new Map(Object.entries(parameters)) },
})

/** What each check meets with that finds a fault here: those that no other test shows one. */
const faults: readonly (readonly [id: string, outcome: 'failed' | 'warning', context: object])[] = [
  [
    'discovery.client-authentication',
    'warning',
    {
      settings,
      client: { ...client, clientSecret: 'letters' },
      metadata: { issuer: 'https://idp.example', token_endpoint_auth_methods_supported: ['private_key_jwt'] },
    },
  ],
  ['oidc.redirect-uri', 'failed', { redirectUri: 'https://127.0.0.1/mac#part' }],
  ['oidc.redirect', 'failed', answered('query', 'https://127.0.0.1/other')],
  ['oidc.response-mode', 'warning', answered('fragment', 'https://127.0.0.1/mac')],
  ['oidc.complete', 'failed', answered('query', 'https://127.0.0.1/mac', { state: 'x' })],
  [
    'oidc.client-authentication',
    'warning',
    { tokens: { authentication: 'client_secret_basic', refused: ['client_secret_post'] } },
  ],
  ['oidc.groups', 'warning', { settings, client, claims: { sub: 'eli' } }],
  ['oidc.group-overage', 'warning', { claims: { sub: 'eli', hasgroups: true } }],
  [
    'id-token.c-hash',
    'failed',
    { front: false, code: 'a code', token: { header: { alg: 'RS256' }, claims: { c_hash: 'of another' } } },
  ],
  ['ropg.provider', 'failed', { plan: { ...plan, provider: null } }],
  ['ropg.client-id', 'failed', { plan: { ...plan, clientId: { ...key, value: '' } } }],
  ['ropg.scopes', 'warning', { plan: { ...plan, scopes: ['profile'] } }],
  ['ropg.grant', 'warning', { plan: { ...plan, provider: 'GoogleID' }, discovery: { metadata: {} } }],
  [
    'ropg.attempt',
    'failed',
    {
      plan,
      discovery: { metadata: {} },
      now: () => 0,
      attempts: { reserve: async () => ({ granted: false, limit: 'user', until: 60_000 }) },
    },
  ],
  [
    'ropg.id-token',
    'warning',
    { plan: { ...plan, scopes: ['openid'] }, answer: { idToken: null }, verdict: 'accepted' },
  ],
]

test.each(faults)('%s finds a fault', async (id, outcome, context) => {
  const found = await checkNamed(id).run(context as never)
  expect(found).toMatchObject({ outcome, means: expect.stringMatching(/^\S.*\.$/) })
})

/** The tests beside this one, and the sign-ins that they play. */
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') || name.includes('fixtures/cases/'))
  .map((name) => ({ name, source: readFileSync(join(import.meta.dirname, name), 'utf8') }))

const found = new Set(files.flatMap(({ name, source }) => [...expectedWithFault(name, source)]))

test.each(Object.entries(checkTables))(
  'every check of %s has a case that it finds a fault in',
  (_, checks) => {
    expect(checks.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([])
  },
)

const plant = (source: string) => [...expectedWithFault('planted.test.ts', source)]

test.each([
  ['a comment', "// 'oidc.state' is 'failed'\nexpect(1).toBe(1)\n"],
  ['a comment in an expectation', "expect(outcome /* 'oidc.state' */).toBe('failed')\n"],
  ['a title', "test('oidc.state', () => {\n  expect(verdict).toBe('failed')\n})\n"],
  ['a text around both', "expect(text).not.toBe(`'oidc.state' 'failed'`)\n"],
  ['what nothing is compared with', "const planted = ['oidc.state', 'failed']\n"],
  ['another expectation nearby', "expect(a).toBe('oidc.state')\nexpect(b).toBe('failed')\n"],
  ['what is not to be', "expect(checksThat(events, 'failed')).not.toContain('oidc.state')\n"],
  ['another row', "test.each([['oidc.state', 'passed'], ['oidc.tokens', 'failed']])('%s', () => {})\n"],
])('%s is no case', (_, source) => {
  expect(plant(source)).not.toContain('oidc.state')
})

test.each([
  ['an expectation', "expect(checksThat(events, 'failed')).toEqual(['oidc.state'])\n"],
  ['an awaited one', "await expect(outcomeOf('oidc.state')).resolves.toBe('warning')\n"],
  ['a row', "test.each([['no state', 'oidc.state', 'failed']])('%s', () => {})\n"],
  ['a row of a list', "const rows = [['oidc.state', 'failed']] as const\ntest.each(rows)('%s', () => {})\n"],
  ['a case', "export const cases = [{ name: 'no state', fails: ['oidc.state'] }]\n"],
])('%s is one', (_, source) => {
  expect(plant(source)).toContain('oidc.state')
})
