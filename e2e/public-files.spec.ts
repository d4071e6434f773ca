import { readdirSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { host, request, sendRaw, test } from './raw'
import { expectSecure } from './secure'

const types: Readonly<Record<string, string>> = {
  ico: 'image/x-icon',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
}
const files = readdirSync('public').map((name) => `/${name}`)
const typeOf = (path: string) => types[path.split('.').at(-1) ?? '']

for (const path of files) {
  test(`${path} comes under its type, with the headers of every answer, and is asked for before each use`, async ({
    server,
  }) => {
    const own = { Host: host(server) }
    const answer = await sendRaw(server, request(`GET ${path}`, own))
    expect([answer.status, answer.headers['content-type']?.toLowerCase()]).toEqual([200, typeOf(path)])
    expectSecure(answer.headers)
    expect(answer.headers['cache-control']).toBe('no-cache')
    const etag = answer.headers.etag ?? ''
    expect(etag).not.toBe('')
    const again = await sendRaw(server, request(`GET ${path}`, { ...own, 'If-None-Match': etag }))
    expect([again.status, again.body, again.headers['cache-control']]).toEqual([304, '', 'no-cache'])
    expectSecure(again.headers)
  })

  test(`${path} is for our own pages and nobody else's`, async ({ server }) => {
    const own = { Host: host(server) }
    for (const [line, headers, status] of [
      [`GET ${path}`, { Host: 'evil.example' }, 421],
      [`GET ${path}`, { ...own, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, 403],
      [`GET ${path}`, { ...own, 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' }, 200],
      [`POST ${path}`, { ...own, 'Content-Type': 'application/json' }, 405],
    ] as const) {
      const answer = await sendRaw(server, request(line, headers))
      expect([line, headers, answer.status]).toEqual([line, headers, status])
    }
  })
}

test('search engines are asked to leave everything alone', async ({ server }) => {
  const { body } = await sendRaw(server, request('GET /robots.txt', { Host: host(server) }))
  expect(body).toBe('User-agent: *\nDisallow: /\n')
})

test('every icon that a page names is there', async ({ page }) => {
  for (const [path, rels] of [
    ['/', ['apple-touch-icon', 'icon', 'icon', 'manifest']],
    ['/reference', ['apple-touch-icon', 'icon', 'icon', 'manifest']],
    ['/nothing-here', ['apple-touch-icon', 'icon', 'icon', 'manifest']],
    ['/callback?error=x', ['icon']],
  ] as const) {
    await page.goto(path)
    const links = await page
      .locator('link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]')
      .evaluateAll((found) => found.map((link) => [link.getAttribute('rel'), link.getAttribute('href')]))
    expect([path, links.map(([rel]) => rel).sort()]).toEqual([path, rels])
    for (const [, href] of links) {
      expect(files).toContain(href)
    }
  }
})

test('Chromium reads the manifest without complaint, with its cookies, and would install the app', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page.locator('link[rel=manifest]')).toHaveAttribute('crossorigin', 'use-credentials')
  const devtools = await page.context().newCDPSession(page)
  const { url, errors, data } = await devtools.send('Page.getAppManifest')
  expect([new URL(url).pathname, errors]).toEqual(['/manifest.webmanifest', []])
  expect(JSON.parse(data ?? '')).toMatchObject({ display: 'standalone' })
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // Windows of tests are incognito, where nothing is installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
})

test("the browser's bar has the color of the page's own, in every theme", async ({ page }) => {
  await page.goto('/')
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await barColors(page)).toEqual(await pageColors(page))
  }
  // Chosen by hand: light, then dark, then the system's again.
  for (const theme of ['light', 'dark', 'system']) {
    await page.getByRole('button', { name: new RegExp(`Change to ${theme}`) }).click()
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await barColors(page)).toEqual(await pageColors(page))
    }
    await page.reload()
    expect(await barColors(page)).toEqual(await pageColors(page))
  }
})

/** The color that the browser takes, as a style would spell it. */
function barColors(page: Page): Promise<string[]> {
  return page.locator('meta[name="theme-color"]').evaluateAll((metas) =>
    metas
      .filter((meta) => matchMedia((meta as HTMLMetaElement).media).matches)
      .map((meta) => {
        const sample = document.createElement('i')
        sample.style.color = (meta as HTMLMetaElement).content
        return sample.style.color
      }),
  )
}

function pageColors(page: Page): Promise<string[]> {
  return page
    .getByRole('link', { name: 'Latchkey' })
    .evaluateAll((links) => links.map((link) => getComputedStyle(link.parentElement ?? link).backgroundColor))
}
