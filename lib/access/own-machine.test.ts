import { describe, expect, it } from 'vitest'
import { allowedHosts } from './hosts'
import { isFromOwnMachine } from './own-machine'

const alone = allowedHosts('127.0.0.1', 3000, null)
const from = (headers: Record<string, string>, remoteAddress = '127.0.0.1') => ({
  headers: { host: '127.0.0.1:3000', ...headers },
  socket: { remoteAddress },
})

describe('a browser is taken to be on the machine that Latchkey runs on', () => {
  it('when it sends what browsers send by themselves', () => {
    const headers = {
      connection: 'keep-alive',
      'sec-ch-ua-platform': '"macOS"',
      'sec-fetch-site': 'same-origin',
      accept: '*/*',
      origin: 'http://127.0.0.1:3000',
      referer: 'http://127.0.0.1:3000/',
      'user-agent': 'x',
      dnt: '1',
      'x-forwarder': 'not a proxy',
    }
    expect(isFromOwnMachine(from(headers), alone)).toBe(true)
  })

  it.each(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:3000', '[::1]:3000'])(
    'when it calls a server that only this machine reaches %s',
    (host) => expect(isFromOwnMachine(from({ host }), alone)).toBe(true),
  )

  it('also where the public address is a name of the machine', () => {
    for (const name of ['http://localhost:3000', 'http://[::1]:3000']) {
      expect(isFromOwnMachine(from({}), allowedHosts('127.0.0.1', 3000, name))).toBe(true)
    }
  })
})

describe('a browser may be on another machine', () => {
  it.each([
    ['a server on every address', '0.0.0.0', null],
    ['a server on every address of IPv6', '::', null],
    ['a server on an address of the network', '10.0.0.5', null],
    ['a server with a public address', '127.0.0.1', 'https://latchkey.example.com'],
    ['a server on every address with a local name', '0.0.0.0', 'http://localhost:3000'],
  ])('%s, even where it is called by a name of the machine', (_, host, publicUrl) => {
    expect(isFromOwnMachine(from({}), allowedHosts(host, 3000, publicUrl))).toBe(false)
  })

  it.each(['latchkey.example.com', '10.0.0.5:3000', '127.0.0.1.evil.example', 'localhost.evil.example', ''])(
    'one that calls %s',
    (host) => expect(isFromOwnMachine(from({ host }), alone)).toBe(false),
  )

  it.each([
    'forwarded',
    'via',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-real-ip',
    'x-original-forwarded-for',
    'x-client-ip',
    'cf-connecting-ip',
    'true-client-ip',
    'fly-client-ip',
    'x-cluster-client-ip',
    'tailscale-user-login',
    'cf-ray',
    'x-original-url',
    'x-original-host',
    'fastly-client-ip',
    'x-envoy-external-address',
    'x-appengine-user-ip',
    'x-azure-clientip',
    'x-amzn-trace-id',
    'x-auth-request-user',
    'remote-user',
    'cdn-loop',
  ])('one whose request a proxy has passed on with %s, whatever it says', (header) => {
    expect(isFromOwnMachine(from({ [header]: '127.0.0.1' }), alone)).toBe(false)
    expect(isFromOwnMachine(from({ [header]: '' }), alone)).toBe(false)
  })

  it('one that connects from an address of the network', () => {
    expect(isFromOwnMachine(from({}, '10.0.0.7'), alone)).toBe(false)
  })
})
