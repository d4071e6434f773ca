import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Finding } from '../../api/report'
import { defectiveProvider } from '../oidc/fixtures/defective-provider'
import { collect, localSettings, localTools } from '../oidc/fixtures/run'
import { testDiscovery } from './test-discovery'

type Key = Record<string, unknown>

async function judged(keys: (right: Key) => readonly unknown[]): Promise<Finding | undefined> {
  const provider = await defectiveProvider({
    keys: ([key]) => keys({ ...key }) as never,
  })
  onTestFinished(provider.close)
  const events = await collect(testDiscovery({ settings: localSettings(provider.issuer) }, localTools()))
  expect(events.at(-1)).toMatchObject({ type: 'done' })
  const found = events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []))
  return found.find(({ check }) => check === 'discovery.keys')
}

const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' })
const offCurve = { ...ec, y: Buffer.alloc(48, 7).toString('base64url') }

test.each<[string, (right: Key) => readonly unknown[], RegExp]>([
  ['for encryption only', (key) => [{ ...key, use: 'enc', alg: 'RSA-OAEP' }], /No key verifies.*use enc/],
  ['of a type that nobody knows', () => [{ kty: 'XYZ', kid: 'a' }], /No key verifies.*type XYZ/],
  ['that may only encrypt', (key) => [{ ...key, key_ops: ['encrypt'] }], /key_ops without verify/],
  ['with the exponent 1', (key) => [key, { ...key, kid: 'b', e: 'AQ' }], /forge tokens/],
  ['with an even exponent', (key) => [key, { ...key, kid: 'b', e: 'Ag' }], /forge tokens/],
  ['that is not on its curve', (key) => [key, { ...offCurve, kid: 'b' }], /not on its curve/],
  ['without its modulus', (key) => [{ ...key, n: 7 }], /0 bits/],
])('a set with a key %s fails', async (_, keys, means) => {
  expect(await judged(keys)).toMatchObject({ outcome: 'failed', means: expect.stringMatching(means) })
})

test.each<[string, (right: Key) => readonly unknown[]]>([
  ['beside one for encryption', (key) => [key, { ...key, kid: 'b', use: 'enc', alg: 'RSA-OAEP' }]],
  ['beside one of another type', (key) => [key, { kty: 'AKP', kid: 'b', pub: 'AA' }]],
  ['on the curve P-384 without its algorithm', () => [{ ...ec, kid: 'a' }]],
  ['with operations as a number', (key) => [{ ...key, key_ops: 5 }]],
  ['with one operation as text', (key) => [{ ...key, key_ops: 'verify' }]],
])('a set with a key %s passes', async (_, keys) => {
  expect((await judged(keys))?.outcome).toBe('passed')
})

test('members of any shape end in a finding', async () => {
  const shapes = fc.sample(
    fc.dictionary(
      fc.constantFrom('kty', 'use', 'alg', 'kid', 'key_ops', 'n', 'e', 'crv', 'x'),
      fc.jsonValue(),
    ),
    12,
  )
  const unprintable = [
    { kid: { toString: 1 } },
    { kty: { valueOf: null, toString: 1 } },
    { use: { toString: [] } },
  ]
  for (const shape of [...shapes, ...unprintable]) {
    expect(await judged((key) => [{ ...key, ...shape }])).toBeDefined()
  }
})
