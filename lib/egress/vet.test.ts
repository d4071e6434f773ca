import { networkInterfaces } from 'node:os'
import { expect, it } from 'vitest'
import { EgressError } from './errors'
import { egressPolicy, policyFromEnvironment } from './policy'
import { parseTarget } from './target'
import { vetAddresses, vetName } from './vet'

type Row = readonly [allow: string, url: string, addresses: string, verdict: string]

const rows: readonly Row[] = [
  ['', 'https://idp.example', '8.8.8.8', 'open'],
  ['', 'https://idp.example:8443', '8.8.8.8', 'open'],
  ['', 'https://idp.example:1024', '8.8.8.8', 'open'],
  ['', 'https://idp.example:65535', '2606:4700::1', 'open'],
  ['', 'https://IDP.example.:443', '8.8.8.8 2606:4700::1', 'open'],
  ['', 'https://8.8.8.8', '8.8.8.8', 'open'],
  ['', 'http://idp.example', '8.8.8.8', 'blocked-scheme'],
  ['', 'http://8.8.8.8', '8.8.8.8', 'blocked-scheme'],
  ['', 'https://idp.example:80', '8.8.8.8', 'blocked-port'],
  ['', 'https://idp.example:22', '8.8.8.8', 'blocked-port'],
  ['', 'https://idp.example:1023', '8.8.8.8', 'blocked-port'],
  ['', 'https://idp.example:2375', '8.8.8.8', 'blocked-port'],
  ['', 'https://idp.example:5432', '8.8.8.8', 'blocked-port'],
  ['', 'https://idp.example:6379', '8.8.8.8', 'blocked-port'],
  ['', 'https://idp.example:6667', '8.8.8.8', 'blocked-port'],
  ['', 'https://idp.example:10080', '8.8.8.8', 'blocked-port'],
  ['', 'https://8.8.8.8:25', '8.8.8.8', 'blocked-port'],
  ['', 'https://idp.example:0', '8.8.8.8', 'blocked-address'],
  ['0.0.0.0/0', 'https://idp.example:0', '8.8.8.8', 'blocked-address'],
  ['', 'https://idp.example', '10.0.0.1', 'blocked-address'],
  ['', 'https://idp.example', '8.8.8.8 10.0.0.1', 'blocked-address'],
  ['', 'https://idp.example', '8.8.8.8 ::1', 'blocked-address'],
  ['', 'https://idp.example', '8.8.8.8 169.254.169.254', 'blocked-address'],
  ['idp.example', 'https://idp.example', '10.0.0.1', 'open'],
  ['idp.example', 'http://idp.example', '10.0.0.1', 'open'],
  ['idp.example', 'http://idp.example:25', '10.0.0.1', 'open'],
  ['idp.example', 'https://idp.example', '8.8.8.8 10.0.0.1', 'open'],
  ['idp.example', 'https://idp.example', '8.8.8.8 169.254.169.254', 'blocked-address'],
  ['idp.example', 'https://other.example', '10.0.0.1', 'blocked-address'],
  ['idp.example', 'https://sub.idp.example', '10.0.0.1', 'blocked-address'],
  ['idp.example', 'https://idp.example.evil.example', '10.0.0.1', 'blocked-address'],
  ['idp.example:8080', 'http://idp.example:8080', '10.0.0.1', 'open'],
  ['idp.example:8080', 'http://idp.example', '10.0.0.1', 'blocked-scheme'],
  ['idp.example:8080', 'https://idp.example', '10.0.0.1', 'blocked-address'],
  ['10.0.0.0/8', 'https://idp.example', '10.0.0.1', 'open'],
  ['10.0.0.0/8', 'http://idp.example:81', '10.0.0.1', 'open'],
  ['10.0.0.0/8', 'http://idp.example', '8.8.8.8', 'blocked-scheme'],
  ['10.0.0.0/8', 'http://idp.example', '10.0.0.1 8.8.8.8', 'blocked-scheme'],
  ['10.0.0.0/8', 'https://idp.example:25', '8.8.8.8', 'blocked-port'],
  ['10.0.0.0/8', 'https://idp.example', '10.0.0.1 192.168.0.1', 'blocked-address'],
  ['10.0.0.0/8:8443', 'https://10.1.2.3:8443', '10.1.2.3', 'open'],
  ['10.0.0.0/8:8443', 'https://10.1.2.3', '10.1.2.3', 'blocked-address'],
  ['[fd12::]/16', 'https://[fd12::1]', 'fd12::1', 'open'],
  ['[fd12::1]:8443', 'https://[fd12::1]:8443', 'fd12::1', 'open'],
  ['fd12::/16', 'https://[fd13::1]', 'fd13::1', 'blocked-address'],
  ['bücher.example', 'http://xn--bcher-kva.example', '10.0.0.1', 'open'],
  ['127.1', 'http://localhost', '127.0.0.1', 'open'],
  ['0.0.0.0/0 ::/0', 'http://idp.example', '::ffff:10.0.0.1', 'blocked-address'],
  ['0.0.0.0/0 ::/0', 'http://idp.example', '64:ff9b::a00:1', 'blocked-address'],
  ['0.0.0.0/0 ::/0', 'http://metadata.google.internal', '8.8.8.8', 'blocked-address'],
  ['metadata.google.internal', 'http://metadata.google.internal', '8.8.8.8', 'blocked-address'],
  ['0.0.0.0/0 ::/0', 'http://x.METADATA.google.internal.', '8.8.8.8', 'blocked-address'],
]

it.each(rows)('allowing "%s", %s at %s is %s', (allow, url, addresses, verdict) => {
  expect(verdictOn(egressPolicy({ allow }), url, addresses.split(' '))).toBe(verdict)
})

it('Latchkey never asks itself, on any address of this machine, whatever is allowed', () => {
  const policy = policyFromEnvironment({
    PORT: '3000',
    LATCHKEY_PUBLIC_URL: 'https://latchkey.example',
    LATCHKEY_EGRESS_ALLOW: '0.0.0.0/0 ::/0',
  })
  const own = Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? [])
  for (const address of [...own, '127.0.0.1', '127.9.9.9', '::1']) {
    expect(verdictOn(policy, 'http://idp.example:3000', [address])).toBe('blocked-address')
  }
  expect(verdictOn(policy, 'http://idp.example:3001', ['127.0.0.1'])).toBe('open')
  expect(verdictOn(policy, 'https://latchkey.example', ['8.8.8.8'])).toBe('blocked-address')
})

it.each([
  'https://',
  '10.0.0.0/33',
  'idp.example/8',
  '[fd12::1',
  'a b:0',
  'idp:99999',
  '10.0.0.0/8/8',
  '*.x',
])('the entry "%s" is refused by name instead of being skipped', (allow) => {
  expect(() => egressPolicy({ allow })).toThrow(/LATCHKEY_EGRESS_ALLOW/)
})

it('a file of authorities that cannot be read or holds none is refused by name', () => {
  expect(() => policyFromEnvironment({ LATCHKEY_CA_FILE: '/nowhere/ca.pem' })).toThrow(/LATCHKEY_CA_FILE/)
  expect(() => policyFromEnvironment({ LATCHKEY_CA_FILE: import.meta.filename })).toThrow(/LATCHKEY_CA_FILE/)
})

function verdictOn(policy: ReturnType<typeof egressPolicy>, url: string, addresses: string[]): string {
  try {
    const target = parseTarget(url)
    vetName(target, policy)
    vetAddresses(target, addresses, policy)
    return 'open'
  } catch (error) {
    return error instanceof EgressError ? error.code : String(error)
  }
}
