import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rememberSecrets } from '@/lib/egress/known-secrets'
import { runRopg, settingsOf } from './fixtures/run'
import { json, startTokenServer } from './fixtures/token-server'

const password = "Kiwi&Plum'ä/9+x"
const secret = 's3c<ö>"&r:7/='
const base64 = (text: string) => Buffer.from(text).toString('base64')
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  base64,
  (text) => base64(`eli:${text}`),
  (text) => base64(encodeURIComponent(text)),
  (text) => Buffer.from(text).toString('base64url'),
  encodeURIComponent,
  (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[\u0080-\uffff]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
]

let server: Awaited<ReturnType<typeof startTokenServer>>
let said: (text: string, header: string) => string
beforeAll(async () => {
  server = await startTokenServer((response, _, { headers }) =>
    json(response, 401, {
      error: 'invalid_client',
      error_description: said('', headers.authorization ?? 'none'),
    }),
  )
})
afterAll(() => server.close())

test('no event of a password check holds a secret that the provider repeats, however it is spelled', async () => {
  const all = [password, secret].flatMap((each) => spellings.map((spell) => spell(each)))
  const headers: string[] = []
  said = (_, header) => {
    headers.push(header.replace('Basic ', ''))
    return `you sent ${header}; ${all.join(' and ')}`
  }
  const settings = settingsOf({
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
    OIDCROPGID: 'mac',
    ROPGClientSecret: secret,
  })
  const { events, findings } = await runRopg({
    settings,
    userName: 'eli',
    password,
    secretPlace: 'header',
  })
  const told = JSON.stringify(events)
  expect(findings.get('ropg.client')?.received).toContain('you sent Basic <')
  expect(headers.length).toBeGreaterThan(1)
  for (const held of [...headers, ...all]) {
    expect(told).not.toContain(JSON.stringify(held).slice(1, -1))
  }
})

test('a text is cleaned of a secret in base64, whatever stands before and behind it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, behind) => {
      const known = rememberSecrets()
      known.learn('password', 'Kiwi-4417')
      const word = base64(`${before}Kiwi-4417${behind}`)
      expect(known.hide(`pw=${word};`, 'theirs')).not.toContain(word)
    }),
  )
})
