import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { sendRaw } from './raw'

const summary = { provider: null, domains: [], errors: 0, advice: 0 }
const create = JSON.stringify({ name: 'Raw', content: 'PGRpY3QvPg==', summary })

function host(baseURL: string | undefined): string {
  return new URL(baseURL ?? '').host
}

function request(line: string, headers: Record<string, string>, body = ''): string {
  const all = { ...headers, ...(body ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

/** Addresses of every sort: page, unknown page, API, asset folder, framework's own. */
const everywhere = [
  '/',
  '/nothing-here',
  '/api/configurations',
  '/api/health',
  '/_next/static/x.js',
  '/_next/image',
  '/?_rsc=1',
]

test('a foreign host gets nothing from any route', async ({ baseURL = '' }) => {
  const { port } = new URL(baseURL)
  for (const name of ['evil.example', `evil.example:${port}`, '127.0.0.1:1', `localhost.:${port}`]) {
    for (const path of everywhere) {
      const answer = await sendRaw(
        baseURL,
        request(`GET ${path}`, { Host: name, 'X-Forwarded-Host': host(baseURL) }),
      )
      expect([path, name, answer.status]).toEqual([path, name, 421])
      expect(answer.body).not.toContain('evil')
    }
  }
})

test('two hosts, no host and addresses with a host in them are refused', async ({ baseURL = '' }) => {
  const own = `Host: ${host(baseURL)}\r\n`
  for (const head of [
    `GET / HTTP/1.1\r\n${own}Host: evil.example\r\n\r\n`,
    'GET / HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.0\r\n\r\n',
    `GET http://evil.example/ HTTP/1.1\r\n${own}\r\n`,
    `GET //evil.example/ HTTP/1.1\r\n${own}\r\n`,
    `GET /%zz HTTP/1.1\r\n${own}\r\n`,
    'nonsense\r\n\r\n',
  ]) {
    expect([head, (await sendRaw(baseURL, head)).status]).toEqual([head, 400])
  }
})

test('a page of another site cannot write', async ({ baseURL = '' }) => {
  const own = { Host: host(baseURL), 'Content-Type': 'application/json' }
  for (const foreign of [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: baseURL.replace('http:', 'https:') },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ]) {
    for (const line of ['POST /api/configurations', 'DELETE /api/configurations/1', 'PUT /api/health']) {
      const answer = await sendRaw(baseURL, request(line, { ...own, ...foreign }, create))
      expect([line, foreign, answer.status]).toEqual([line, foreign, 403])
    }
  }
  const simple = { ...own, 'Content-Type': 'text/plain' }
  expect((await sendRaw(baseURL, request('POST /api/configurations', simple, create))).status).toBe(415)
})

test('a page in the browser on another origin reads and writes nothing', async ({ page, baseURL = '' }) => {
  await page.route('http://evil.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>evil' }),
  )
  const before = await (await page.request.get('/api/configurations')).json()
  await page.goto('http://evil.example/')
  const results = await page.evaluate(async (target) => {
    const attempt = (init: RequestInit) =>
      fetch(`${target}/api/configurations`, init).then(
        (response) => (response.type === 'opaque' ? 'opaque' : 'read'),
        () => 'blocked',
      )
    const body =
      '{"name":"evil","content":"PGRpY3QvPg==","summary":{"provider":null,"domains":[],"errors":0,"advice":0}}'
    return [
      await attempt({}),
      await attempt({ method: 'POST', body, headers: { 'Content-Type': 'application/json' } }),
      await attempt({ method: 'POST', body, mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } }),
    ]
  }, baseURL)
  expect(results).not.toContain('read')
  expect(await (await page.request.get('/api/configurations')).json()).toEqual(before)
})

test('bodies over the limit are refused, announced or not', async ({ baseURL = '' }) => {
  const own = { Host: host(baseURL), 'Content-Type': 'application/json' }
  const announced = request('POST /api/configurations', { ...own, 'Content-Length': '99999999' })
  expect((await sendRaw(baseURL, announced)).status).toBe(413)
  const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000, 'a'), Buffer.from('\r\n')])
  const chunked = request('POST /api/configurations', { ...own, 'Transfer-Encoding': 'chunked' })
  expect((await sendRaw(baseURL, chunked, Array(12).fill(chunk))).status).toBe(413)
})

test('a chunked body within the limit arrives whole', async ({ baseURL = '' }) => {
  const own = { Host: host(baseURL), 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' }
  const pieces = [create.slice(0, 10), create.slice(10)].map(
    (part) => `${part.length.toString(16)}\r\n${part}\r\n`,
  )
  const answer = await sendRaw(
    baseURL,
    `${request('POST /api/configurations', own)}${pieces.join('')}0\r\n\r\n`,
  )
  expect(answer.status).toBe(201)
})

test('methods without a meaning here are refused', async ({ baseURL = '' }) => {
  const own = { Host: host(baseURL) }
  for (const line of [
    'TRACE /',
    'OPTIONS /api/configurations',
    'PROPFIND /',
    'POST /',
    'DELETE /_next/static/x.js',
  ]) {
    const answer = await sendRaw(baseURL, request(line, { ...own, 'Content-Type': 'application/json' }))
    expect([line, answer.status]).toEqual([line, 405])
    expect(answer.headers.allow).toContain('GET')
    expect(answer.body).not.toContain('    at ')
  }
})

test('an upgrade and its absolute address lead nowhere', async ({ baseURL = '' }) => {
  const upgrade = {
    Host: host(baseURL),
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
  }
  for (const target of ['/', '/_next/hmr', '/_next/webpack-hmr', 'http://127.0.0.1:22/']) {
    expect((await sendRaw(baseURL, request(`GET ${target}`, upgrade))).status).toBe(400)
  }
  expect((await sendRaw(baseURL, request('CONNECT 127.0.0.1:22', { Host: '127.0.0.1:22' }))).status).toBe(0)
  expect((await sendRaw(baseURL, request('GET /api/health', { Host: host(baseURL) }))).status).toBe(200)
})

test('headers that steer the framework change nothing', async ({ baseURL = '' }) => {
  const own = { Host: host(baseURL) }
  const plain = await sendRaw(baseURL, request('GET /api/health', own))
  for (const [name, value] of [
    ['x-middleware-subrequest', 'middleware:middleware:middleware:middleware:middleware'],
    ['x-middleware-rewrite', 'http://127.0.0.1:22/'],
    ['x-nextjs-data', '1'],
    ['next-resume', '1'],
    ['next-action', 'a'.repeat(40)],
    ['x-latchkey-pass', 'anything'],
    ['x-http-method-override', 'DELETE'],
  ] as const) {
    const answer = await sendRaw(baseURL, request('GET /api/health', { ...own, [name]: value }))
    expect([name, answer.status, answer.body]).toEqual([name, plain.status, plain.body])
  }
})

test('every answer carries the security headers', async ({ baseURL = '' }) => {
  const own = { Host: host(baseURL) }
  const asset = /\/_next\/static\/[^"]+\.js/.exec((await sendRaw(baseURL, request('GET /', own))).body)?.[0]
  expect(asset).toBeDefined()
  const missing = '/api/configurations/00000000-0000-4000-8000-000000000000'
  for (const [line, headers, status] of [
    ['GET /', own, 200],
    ['HEAD /', own, 200],
    [`GET ${asset}`, own, 200],
    ['GET /icon.svg', own, 200],
    ['GET /api/configurations', own, 200],
    [`GET ${missing}`, own, 404],
    ['GET /nothing-here', own, 404],
    ['GET /_next/static/nothing.js', own, 404],
    ['GET /', { Host: 'evil.example' }, 421],
    ['TRACE /', own, 405],
    [`GET /${'a'.repeat(9000)}`, own, 414],
    ['GET /', { ...own, Upgrade: 'websocket', Connection: 'Upgrade' }, 400],
    ['GET /', { ...own, Cookie: 'a'.repeat(20000) }, 431],
  ] as const) {
    const answer = await sendRaw(baseURL, request(line, headers))
    expect([line.slice(0, 60), answer.status]).toEqual([line.slice(0, 60), status])
    expectSecure(answer.headers)
    expect(answer.headers['cache-control']).toBe(
      line.endsWith('.js') && status === 200 ? 'public, max-age=31536000, immutable' : 'no-store',
    )
  }
})

function expectSecure(headers: Record<string, string>): void {
  const policy = headers['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers['permissions-policy']).toContain('camera=()')
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(headers).not.toHaveProperty('server')
  expect(headers).not.toHaveProperty('access-control-allow-origin')
}

test('the nonce is new for every page and on every script of it', async ({ page }) => {
  const nonces = new Set<string>()
  for (let visit = 0; visit < 3; visit += 1) {
    const response = await page.goto('/')
    const policy = response?.headers()['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    nonces.add(nonce)
    const others = await page.evaluate(
      (own) =>
        [...document.scripts].filter((script) => script.nonce !== own).map(({ outerHTML }) => outerHTML),
      nonce,
    )
    expect(others).toEqual([])
  }
  expect(nonces.size).toBe(3)
})

test('a page runs without a single violation of its policy, and a planted script does not run', async ({
  page,
}) => {
  const violations = watchViolations(page)
  await page.goto('/')
  await expect(page.locator('body')).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(violations).toEqual([])
  await page.evaluate(() => {
    const holder = document.createElement('div')
    holder.innerHTML = '<img src=x onerror="window.planted = 1">'
    document.body.append(holder)
    const inline = document.createElement('script')
    inline.textContent = 'window.planted = 2'
    inline.setAttribute('nonce', 'guess')
    document.body.append(inline)
  })
  await page.waitForTimeout(200)
  expect(await page.evaluate(() => 'planted' in window)).toBe(false)
})

function watchViolations(page: Page): string[] {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) {
      violations.push(message.text())
    }
  })
  return violations
}

test('the page cannot be framed', async ({ page, baseURL = '' }) => {
  await page.route('http://frame.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${baseURL}/"></iframe>` }),
  )
  await page.goto('http://frame.example/')
  await page.waitForTimeout(500)
  const [, frame] = page.frames()
  expect(await frame?.locator('script').count()).toBe(0)
})

test('the page talks to its own server only', async ({ page, baseURL = '' }) => {
  const foreign: string[] = []
  page.on('request', (sent) => {
    if (/^(https?|wss?):/.test(sent.url()) && !sent.url().startsWith(`${baseURL}/`)) {
      foreign.push(sent.url())
    }
  })
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
})

test('the build has no server action and no page that was rendered ahead of time', () => {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  expect(manifest.node).toEqual({})
  expect(manifest.edge).toEqual({})
  const pages = readdirSync('.next/server/app', { recursive: true }).map(String)
  expect(pages.filter((path) => path.endsWith('.html') && !path.startsWith('_'))).toEqual([])
  expect(existsSync('.next/server/middleware.js')).toBe(false)
})
