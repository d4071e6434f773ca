import { expect, it } from 'vitest'
import { readSettings, StartError } from './settings'

it('without settings, serves this machine only, on port 3000', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: null,
    logRequests: false,
  })
})

it.each(['abc', '-1', '65536', '3000.5', '0x10', ' 80', '1e3'])('PORT "%s" is refused by name', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(StartError)
  expect(() => readSettings({ PORT })).toThrow(/PORT/)
})

it.each(['latchkey', 'ftp://a', 'https://a/b', 'https://a?b', 'https://user@a', 'javascript:1'])(
  'LATCHKEY_PUBLIC_URL "%s" is refused by name',
  (LATCHKEY_PUBLIC_URL) => expect(() => readSettings({ LATCHKEY_PUBLIC_URL })).toThrow(/LATCHKEY_PUBLIC_URL/),
)

it('a public address loses its slash', () => {
  expect(readSettings({ LATCHKEY_PUBLIC_URL: 'https://latchkey.example.com/' }).publicUrl).toBe(
    'https://latchkey.example.com',
  )
})

it.each([
  ['LATCHKEY_EGRESS_ALLOW', '10.0.0.0/99'],
  ['LATCHKEY_CA_FILE', '/nowhere/ca.pem'],
])('%s "%s" is refused by name at the start, not by the first test', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(StartError)
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(name))
})

it.each([
  [{}, 'ask'],
  [{ LATCHKEY_CATCH_REDIRECT: '' }, 'ask'],
  [{ LATCHKEY_CATCH_REDIRECT: '1' }, 'always'],
  [{ LATCHKEY_CATCH_REDIRECT: '0' }, 'never'],
  // The browser of somebody who started Latchkey over SSH is on another machine.
  [{ SSH_CONNECTION: '10.0.0.7 50022 10.0.0.5 22' }, 'never'],
  [{ SSH_CONNECTION: '10.0.0.7 50022 10.0.0.5 22', LATCHKEY_CATCH_REDIRECT: '1' }, 'always'],
])('with %j, the answer of a sign-in is caught: %s', (env, expected) => {
  expect(readSettings(env).catchRedirect).toBe(expected)
})

it.each(['yes', 'true', '2'])(
  'LATCHKEY_CATCH_REDIRECT "%s" is refused by name',
  (LATCHKEY_CATCH_REDIRECT) => {
    expect(() => readSettings({ LATCHKEY_CATCH_REDIRECT })).toThrow(/LATCHKEY_CATCH_REDIRECT/)
  },
)
