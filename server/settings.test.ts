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
