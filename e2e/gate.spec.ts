import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { host, request, sendRaw, test } from './raw'

const summary = { provider: null, domains: [], errors: 0, advice: 0 }
const create = '<dict/>'
const label = { 'Latchkey-Label': JSON.stringify({ name: 'Raw', summary }) }

/** Addresses of every sort: page, unknown page, API, asset folder, files of public/, framework's own. */
const everywhere = [
  '/',
  '/nothing-here',
  '/api/configurations',
  '/api/health',
  '/_next/static/x.js',
  '/icon.svg',
  '/manifest.webmanifest',
  '/_next/image',
  '/?_rsc=1',
]

test('a foreign host gets nothing from any route', async ({ server }) => {
  const { port } = new URL(server)
  for (const name of ['evil.example', `evil.example:${port}`, '127.0.0.1:1', `localhost.:${port}`]) {
    for (const path of everywhere) {
      const answer = await sendRaw(
        server,
        request(`GET ${path}`, { Host: name, 'X-Forwarded-Host': host(server) }),
      )
      expect([path, name, answer.status]).toEqual([path, name, 421])
      expect(answer.body).not.toContain('evil')
    }
  }
})

test('two hosts, no host and addresses with a host in them are refused', async ({ server }) => {
  const own = `Host: ${host(server)}\r\n`
  for (const head of [
    `GET / HTTP/1.1\r\n${own}Host: evil.example\r\n\r\n`,
    'GET / HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.0\r\n\r\n',
    `GET http://evil.example/ HTTP/1.1\r\n${own}\r\n`,
    `GET //evil.example/ HTTP/1.1\r\n${own}\r\n`,
    `GET /%zz HTTP/1.1\r\n${own}\r\n`,
    'nonsense\r\n\r\n',
  ]) {
    expect([head, (await sendRaw(server, head)).status]).toEqual([head, 400])
  }
})

test('a page of another site cannot write', async ({ server }) => {
  const own = { Host: host(server), 'Content-Type': 'application/json' }
  for (const foreign of [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: server.replace('http:', 'https:') },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ]) {
    for (const line of ['POST /api/configurations', 'DELETE /api/configurations/1', 'PUT /api/health']) {
      const answer = await sendRaw(server, request(line, { ...own, ...foreign }, create))
      expect([line, foreign, answer.status]).toEqual([line, foreign, 403])
    }
  }
  const simple = { ...own, 'Content-Type': 'text/plain' }
  expect((await sendRaw(server, request('POST /api/configurations', simple, create))).status).toBe(415)
})

test('bodies over the limit are refused, announced or not', async ({ server }) => {
  const own = { Host: host(server), 'Content-Type': 'application/json' }
  const announced = request('POST /api/configurations', { ...own, 'Content-Length': '99999999' })
  expect((await sendRaw(server, announced)).status).toBe(413)
  const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000, 'a'), Buffer.from('\r\n')])
  const chunked = request('POST /api/configurations', { ...own, 'Transfer-Encoding': 'chunked' })
  expect((await sendRaw(server, chunked, Array(12).fill(chunk))).status).toBe(413)
})

test('a chunked body within the limit arrives whole', async ({ server }) => {
  const type = { 'Content-Type': 'application/octet-stream', 'Transfer-Encoding': 'chunked' }
  const own = { Host: host(server), ...type, ...label }
  const pieces = [create.slice(0, 3), create.slice(3)].map(
    (part) => `${part.length.toString(16)}\r\n${part}\r\n`,
  )
  const answer = await sendRaw(
    server,
    `${request('POST /api/configurations', own)}${pieces.join('')}0\r\n\r\n`,
  )
  expect(answer.status).toBe(201)
})

test('methods without a meaning here are refused', async ({ server }) => {
  const own = { Host: host(server) }
  for (const line of [
    'TRACE /',
    'OPTIONS /api/configurations',
    'PROPFIND /',
    'POST /',
    'DELETE /_next/static/x.js',
  ]) {
    const answer = await sendRaw(server, request(line, { ...own, 'Content-Type': 'application/json' }))
    expect([line, answer.status]).toEqual([line, 405])
    expect(answer.headers.allow).toContain('GET')
    expect(answer.body).not.toContain('    at ')
  }
})

test('an upgrade and its absolute address lead nowhere', async ({ server }) => {
  const upgrade = {
    Host: host(server),
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
  }
  for (const target of ['/', '/_next/hmr', '/_next/webpack-hmr', 'http://127.0.0.1:22/']) {
    expect((await sendRaw(server, request(`GET ${target}`, upgrade))).status).toBe(400)
  }
  expect((await sendRaw(server, request('CONNECT 127.0.0.1:22', { Host: '127.0.0.1:22' }))).status).toBe(0)
  expect((await sendRaw(server, request('GET /api/health', { Host: host(server) }))).status).toBe(200)
})

test('headers that steer the framework change nothing', async ({ server }) => {
  const own = { Host: host(server) }
  const plain = await sendRaw(server, request('GET /api/health', own))
  for (const [name, value] of [
    ['x-middleware-subrequest', 'middleware:middleware:middleware:middleware:middleware'],
    ['x-middleware-rewrite', 'http://127.0.0.1:22/'],
    ['x-nextjs-data', '1'],
    ['next-resume', '1'],
    ['next-action', 'a'.repeat(40)],
    ['x-latchkey-pass', 'anything'],
    ['x-http-method-override', 'DELETE'],
  ] as const) {
    const answer = await sendRaw(server, request('GET /api/health', { ...own, [name]: value }))
    expect([name, answer.status, answer.body]).toEqual([name, plain.status, plain.body])
  }
})

test("bodies and headers of the framework's own protocols reach no action and end no process", async ({
  server,
}) => {
  const own = { Host: host(server), Origin: server }
  const flights = [
    '0:{"a":"$@1"}',
    '["$K1"]',
    '[{"then":"$1:__proto__:then"}]',
    '{"0":"$F1"}',
    '$Q0'.repeat(1000),
  ]
  for (const body of flights) {
    for (const type of [
      'text/plain;charset=UTF-8',
      'multipart/form-data; boundary=a',
      'application/json',
      'text/x-component',
    ]) {
      for (const path of ['/', '/api/health', '/reference', '/api/configurations']) {
        const headers = {
          ...own,
          'Content-Type': type,
          'Next-Action': '0'.repeat(42),
          'Next-Router-State-Tree': '%5B%22%22%5D',
          RSC: '1',
        }
        const answer = await sendRaw(server, request(`POST ${path}`, headers, body))
        // The framework sends its own protocol on to the same path; nothing is carried out, and nothing leads elsewhere.
        const { status } = answer
        expect([path, type, status, status >= 300 && status < 500]).toEqual([path, type, status, true])
        expect(answer.headers.location ?? path).toMatch(new RegExp(`^${path}(\\?_rsc=|$)`))
      }
    }
  }
  expect((await sendRaw(server, request('GET /api/health', { Host: host(server) }))).status).toBe(200)
})

test('the build has no server action', () => {
  const manifests = readdirSync('.next/server', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('server-reference-manifest.json'),
  )
  expect(manifests.length).toBeGreaterThan(5)
  for (const name of manifests) {
    const { node, edge } = JSON.parse(readFileSync(join('.next/server', name), 'utf8'))
    expect([name, node, edge]).toEqual([name, {}, {}])
  }
})
