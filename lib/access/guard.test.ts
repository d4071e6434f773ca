import { describe, expect, it } from 'vitest'
import { MOST_BYTES } from '@/lib/plist/limits'
import { type GuardedRequest, guard, maxBodyBytes, maxUrlLength } from './guard'
import { allowedHosts } from './hosts'

const hosts = allowedHosts('127.0.0.1', 3000, 'https://latchkey.example.com')

type Sent = { method?: string; url?: string; headers?: Record<string, string | string[]> }

function sent({ method = 'GET', url = '/', headers = {} }: Sent): GuardedRequest {
  const all = Object.entries({ host: '127.0.0.1:3000', ...headers })
  return { method, url, headers: Object.fromEntries(all.map(([name, value]) => [name, [value].flat()])) }
}

function answer(request: Sent): string {
  const refusal = guard(sent(request), hosts)
  return refusal === null ? 'passes' : `${refusal.status} ${refusal.code}`
}

const json = { 'content-type': 'application/json' }
const post = { method: 'POST', url: '/api/configurations' }

describe('the guard answers to its own names only', () => {
  it.each([
    '127.0.0.1:3000',
    'localhost:3000',
    'LOCALHOST:3000',
    '[::1]:3000',
    'latchkey.example.com',
    'latchkey.example.com:443',
  ])('%s passes', (host) => expect(answer({ headers: { host } })).toBe('passes'))

  it.each([
    'evil.example',
    'evil.example:3000',
    '127.0.0.1',
    '127.0.0.1:80',
    '127.0.0.1:3001',
    '127.0.0.1.evil.example:3000',
    'localhost.:3000',
    'localhost:3000.evil.example',
    'latchkey.example.com:80',
    'latchkey.example.com.',
    'user@127.0.0.1:3000',
    '127.1:3000',
    '2130706433:3000',
    '0.0.0.0:3000',
    '[::]:3000',
    '[::ffff:127.0.0.1]:3000',
    '::1',
    ' 127.0.0.1:3000',
    '',
  ])('"%s" is refused', (host) => expect(answer({ headers: { host } })).toBe('421 foreign-host'))

  it('two host headers and none are refused', () => {
    expect(answer({ headers: { host: ['127.0.0.1:3000', 'evil.example'] } })).toBe('400 bad-host')
    expect(guard({ method: 'GET', url: '/', headers: {} }, hosts)?.status).toBe(400)
  })

  it('a forwarded name counts for nothing', () => {
    const forwarded = { host: 'evil.example', 'x-forwarded-host': '127.0.0.1:3000' }
    expect(answer({ headers: forwarded })).toBe('421 foreign-host')
  })
})

describe('the guard takes plain paths only', () => {
  it.each(['/', '/configurations/1?tab=login', '/reference/com.jamf.connect.login#x', '/%C3%A9'])(
    '%s passes',
    (url) => expect(answer({ url })).toBe('passes'),
  )
  it.each([
    'http://127.0.0.1:3000/',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/a\\b',
    '/%',
    '/%zz',
    '/%ff',
    '/%00',
    '/a b',
    '/a\tb',
    '/é',
    '*',
    '',
  ])('"%s" is refused', (url) => expect(answer({ url })).toBe('400 bad-address'))

  it('an address is as long as it may be and no longer', () => {
    expect(answer({ url: '/'.padEnd(maxUrlLength, 'a') })).toBe('passes')
    expect(answer({ url: '/'.padEnd(maxUrlLength + 1, 'a') })).toBe('414 address-too-long')
  })
})

describe('the guard knows few methods', () => {
  it.each(['GET', 'HEAD'])('%s passes everywhere', (method) => expect(answer({ method })).toBe('passes'))
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s passes on the API only', (method) => {
    expect(answer({ method, url: '/api/configurations', headers: json })).toBe('passes')
    for (const url of ['/', '/api', '/API/configurations', '/_next/static/x.js', '/%61pi/configurations']) {
      expect(answer({ method, url, headers: json })).toBe('405 method-not-allowed')
    }
  })
  it.each(['TRACE', 'OPTIONS', 'CONNECT', 'PROPFIND', 'get', ''])('"%s" is refused', (method) =>
    expect(answer({ method, url: '/api/configurations' })).toBe('405 method-not-allowed'),
  )
  it('an upgrade is refused', () =>
    expect(answer({ headers: { upgrade: 'websocket' } })).toBe('400 no-upgrade'))
})

describe('the guard refuses writes from other pages', () => {
  it.each([
    {},
    { origin: 'http://127.0.0.1:3000' },
    { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { host: 'latchkey.example.com', origin: 'https://latchkey.example.com' },
  ])('%j passes', (headers) => expect(answer({ ...post, headers: { ...json, ...headers } })).toBe('passes'))

  it.each([
    { origin: 'null' },
    { origin: '' },
    { origin: 'http://evil.example' },
    { origin: 'https://127.0.0.1:3000' },
    { origin: 'http://127.0.0.1:3001' },
    { origin: 'http://localhost:3000' },
    { origin: 'http://127.0.0.1:3000.evil.example' },
    { origin: 'http://latchkey.example.com', host: 'latchkey.example.com' },
    { origin: ['http://127.0.0.1:3000', 'http://evil.example'] },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': '' },
    { 'sec-fetch-site': ['same-origin', 'cross-site'] },
    { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  ])('%j is refused', (headers) => {
    expect(answer({ ...post, headers: { ...json, ...headers } })).toBe('403 foreign-origin')
  })

  it('a link on another site opens a page, but loads nothing', () => {
    const site = { 'sec-fetch-site': 'cross-site' }
    const page = { ...site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect(answer({ headers: page })).toBe('passes')
    for (const dest of ['iframe', 'embed', 'object', 'image', 'script', 'empty']) {
      const headers = { ...page, 'sec-fetch-dest': dest }
      expect(answer({ headers })).toBe('403 foreign-origin')
    }
    expect(answer({ url: '/api/configurations', headers: { ...site, 'sec-fetch-mode': 'no-cors' } })).toBe(
      '403 foreign-origin',
    )
  })
})

describe('the guard lets no simple request write', () => {
  it.each(['application/json', 'Application/JSON; charset=utf-8', 'application/octet-stream'])(
    '%s passes',
    (type) => expect(answer({ ...post, headers: { 'content-type': type } })).toBe('passes'),
  )
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'application/jsonx',
    '',
  ])('"%s" is refused', (type) =>
    expect(answer({ ...post, headers: { 'content-type': type } })).toBe('415 bad-content-type'),
  )
  it('a POST without a type, or with two, is refused', () => {
    expect(answer(post)).toBe('415 bad-content-type')
    expect(answer({ ...post, headers: { 'content-type': ['application/json', 'text/plain'] } })).toBe(
      '415 bad-content-type',
    )
  })
  it('a DELETE without a body needs no type', () =>
    expect(answer({ method: 'DELETE', url: '/api/configurations/1' })).toBe('passes'))
})

describe('the guard bounds bodies', () => {
  const length = (bytes: number) => ({ ...json, 'content-length': String(bytes) })
  it('a body is as large as it may be and no larger', () => {
    expect(answer({ ...post, headers: length(maxBodyBytes) })).toBe('passes')
    expect(answer({ ...post, headers: length(maxBodyBytes + 1) })).toBe('413 too-large')
  })
  it('reading takes no body', () => {
    expect(answer({ headers: length(1) })).toBe('400 unexpected-body')
    expect(answer({ headers: { 'transfer-encoding': 'chunked' } })).toBe('400 unexpected-body')
    expect(answer({ headers: { 'content-length': '0' } })).toBe('passes')
  })
})

describe('the guard lets the form of a sign-in through to the callback, and nothing else', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const page = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  const to = (url: string, headers: Record<string, string | string[]>, method = 'POST') =>
    answer({ method, url, headers: { ...form, ...headers } })

  it.each([
    {},
    page,
    { ...page, origin: 'https://login.example.com' },
    { ...page, origin: 'null' },
    { origin: 'https://login.example.com' },
    { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  ])('%j passes', (headers) => expect(to('/callback', headers)).toBe('passes'))

  it.each([
    ['a script', { ...page, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, '403 foreign-origin'],
    ['a script without answer', { ...page, 'sec-fetch-mode': 'no-cors' }, '403 foreign-origin'],
    ['a frame', { ...page, 'sec-fetch-dest': 'iframe' }, '403 foreign-origin'],
    ['JSON', { 'content-type': 'application/json' }, '415 bad-content-type'],
    ['text', { 'content-type': 'text/plain' }, '415 bad-content-type'],
    ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, '415 bad-content-type'],
    [
      'two types',
      { 'content-type': ['application/x-www-form-urlencoded', 'text/plain'] },
      '415 bad-content-type',
    ],
    ['a large form', { 'content-length': '65537' }, '413 too-large'],
    ['a foreign name', { host: 'evil.example' }, '421 foreign-host'],
  ])('%s is refused', (_, headers, expected) => expect(to('/callback', headers)).toBe(expected))

  it.each(['/callback/', '/callback?x=1', '/Callback', '/%63allback', '/callbacks', '/configurations', '/'])(
    'a form to %s is refused',
    (url) => expect(to(url, page)).toBe('405 method-not-allowed'),
  )
  it('other writes to the callback are refused', () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect(to('/callback', page, method)).toBe('405 method-not-allowed')
    }
  })
  it('a form to the API is refused', () => {
    expect(to('/api/tests/oidc/finish', page)).toBe('403 foreign-origin')
    expect(to('/api/tests/oidc/finish', {})).toBe('415 bad-content-type')
  })
})

it('a save of the largest profile fits through the gate', () => {
  const content = 'A'.repeat(Math.ceil(MOST_BYTES / 3) * 4)
  const body = JSON.stringify({ content, summary: { domains: Array(100).fill('x'.repeat(255)) } })
  expect(body.length).toBeLessThan(maxBodyBytes)
})
