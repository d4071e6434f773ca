import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { host, request, sendRaw, test } from './raw'
import { expectSecure } from './secure'

test('a page in the browser on another origin reads and writes nothing', async ({ page, server }) => {
  await page.route('http://evil.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>evil' }),
  )
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
  }, server)
  expect(results).not.toContain('read')
  // Other tests store and delete theirs meanwhile.
  const { configurations } = await (await page.request.get('/api/configurations')).json()
  expect(configurations.map(({ name }: { name: string }) => name)).not.toContain('evil')
})

test('every answer carries the security headers', async ({ server }) => {
  const own = { Host: host(server) }
  const asset = /\/_next\/static\/[^"]+\.js/.exec((await sendRaw(server, request('GET /', own))).body)?.[0]
  expect(asset).toBeDefined()
  const missing = '/api/configurations/00000000-0000-4000-8000-000000000000'
  for (const [line, headers, status] of [
    ['GET /', own, 200],
    ['HEAD /', own, 200],
    [`GET ${asset}`, own, 200],
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
    const answer = await sendRaw(server, request(line, headers))
    expect([line.slice(0, 60), answer.status]).toEqual([line.slice(0, 60), status])
    expectSecure(answer.headers)
    expect(answer.headers['cache-control']).toBe(
      line.endsWith('.js') && status === 200 ? 'public, max-age=31536000, immutable' : 'no-store',
    )
  }
})

test('the nonce is new for every page and on every script of it', async ({ page }) => {
  const nonces = new Set<string>()
  for (let visit = 0; visit < 3; visit += 1) {
    const response = await page.goto('/')
    const policy = response?.headers()['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    nonces.add(nonce)
    // What scripts add later is trusted through them (strict-dynamic); the page as it was sent is what counts.
    const scripts = (await response?.text())?.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
  }
  expect(nonces.size).toBe(3)
})

test('no page violates its policy', async ({ page }) => {
  const violations = watchViolations(page)
  const created = await page.request.post('/api/configurations', {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Latchkey-Label': JSON.stringify({
        name: 'Policy',
        summary: { provider: null, domains: [], errors: 0, advice: 0 },
      }),
    },
    data: Buffer.from('<plist version="1.0"><dict/></plist>'),
  })
  const { id } = await created.json()
  for (const path of ['/', `/configurations/${id}`, '/reference', '/reference/login', '/nothing-here']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    const menu = page.locator('[aria-haspopup=menu]:visible').first()
    if (await menu.isVisible()) {
      await menu.press('Enter')
      await expect(page.getByRole('menu')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
    }
  }
  await page.request.delete(`/api/configurations/${id}`)
  expect(violations).toEqual([])
})

test('a planted script does not run', async ({ page }) => {
  await page.goto('/')
  await page.evaluate(() => {
    const holder = document.createElement('div')
    holder.innerHTML = '<img src=x onerror="window.planted = 1"><a href="javascript:window.planted = 2">x</a>'
    document.body.append(holder)
    holder.querySelector('a')?.click()
    document.write('<script nonce="guess">window.planted = 3</script>')
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

test('the page cannot be framed', async ({ page, server }) => {
  await page.route('http://frame.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${server}/"></iframe>` }),
  )
  await page.goto('http://frame.example/')
  await page.waitForTimeout(500)
  expect(page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
})

test('the page talks to its own server only', async ({ page, server }) => {
  const foreign: string[] = []
  page.on('request', (sent) => {
    if (/^(https?|wss?):/.test(sent.url()) && !sent.url().startsWith(`${server}/`)) {
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
