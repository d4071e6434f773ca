import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { helpOf } from '../lib/products/help'
import { allKeys, keyWithId, manifests, retiredKeys } from '../lib/products/keys'
import { expectClean } from './axe'

const pages = ['', ...manifests.map(({ id }) => `/${id}`), '/retired'].map((page) => `/reference${page}`)
const keyPage = (id: string) => `/reference/${id.split('/')[0]}#${id}`
const entry = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const field = (page: Page) => page.getByRole('main').getByRole('searchbox')

for (const manifest of manifests) {
  test(`every key of ${manifest.id} has its anchor, its name, its description and an example`, async ({
    page,
  }) => {
    await page.goto(`/reference/${manifest.id}`)
    const shown = await page
      .locator('article')
      .evaluateAll((articles) =>
        articles.map((article) => ({ id: article.id, text: article.textContent ?? '' })),
      )
    const expected = allKeys.filter((key) => key.manifest === manifest)
    expect(shown.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    for (const [at, key] of expected.entries()) {
      const { name, domain, definition } = key
      const text = shown[at]?.text ?? ''
      expect(text).toContain(definition.title)
      expect(text).toContain(helpOf(key).description)
      expect(text).toContain(domain)
      expect(text).toContain(`<key>${name}</key>`)
    }
  })
}

test('every retired key has its anchor, and names the key that takes its place', async ({ page }) => {
  await page.goto('/reference/retired')
  const ids = retiredKeys.map(({ domain, path }) => ['retired', domain, ...path].join('/'))
  const shown = await page.locator('article').evaluateAll((articles) => articles.map(({ id }) => id))
  expect([...shown].sort()).toEqual([...ids].sort())
  const links = await page.locator('article a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  expect(links).toContain('/reference/connect#connect/SignIn/AutoOpenAppAtLogin')
  expect(links.every((link) => allKeys.some(({ id }) => link === keyPage(id)))).toBe(true)
})

test('no element id is used twice, and every link to an anchor of the reference leads to one', async ({
  page,
}) => {
  const anchors = new Map<string, string[]>()
  const links: string[] = []
  for (const path of pages) {
    await page.goto(path)
    const ids = await page.locator('main [id]').evaluateAll((all) => all.map(({ id }) => id))
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    anchors.set(path, ids)
    links.push(
      ...(await page.locator('main a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))),
    )
  }
  const inside = links
    .map((link) => new URL(link))
    .filter((link) => link.pathname.startsWith('/reference/') && link.hash)
  expect(inside.length).toBeGreaterThan(100)
  for (const link of inside) {
    expect(anchors.get(link.pathname), link.href).toContain(decodeURIComponent(link.hash.slice(1)))
  }
})

test('a deep link scrolls to its key and marks it, also inside lists', async ({ page }) => {
  for (const id of ['login/OIDCProvider', 'actions/Actions/[]/Show/[]/Command']) {
    await page.goto(keyPage(id))
    await expect(entry(page, id)).toBeInViewport()
    const marked = await page.locator(':target').evaluate((target) => ({
      id: target.id,
      shadow: getComputedStyle(target).boxShadow,
    }))
    expect(marked.id).toBe(id)
    expect(marked.shadow).toContain('inset')
  }
})

test('a link inside the app marks its key too, and the way back leads back', async ({ page }) => {
  await page.goto('/reference')
  await page.getByRole('link', { name: /Account migration/ }).click()
  await expect(page.locator('h2:target')).toHaveText('Account migration')
  await expect(page.locator('h2:target')).toBeInViewport()
  await page
    .getByRole('navigation', { name: 'On this page' })
    .getByRole('link', { name: /FileVault/ })
    .click()
  await expect(page.locator('h2:target')).toHaveText('FileVault')
  await page.getByRole('link', { name: 'Self Service+', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Self Service+')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Login window')
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Key reference')
})

test('search over all domains finds by label, by name and by a word of the description', async ({ page }) => {
  await page.goto('/reference')
  const results = page.getByRole('list', { name: 'Keys found' }).getByRole('listitem')
  for (const [query, id] of [
    ['require network authentication', 'login/DenyLocal'],
    ['oidc disc url', 'login/OIDCDiscoveryURL'],
    ['kerberos realm', 'connect/Kerberos/Realm'],
    ['wallpaper', ''],
  ] as const) {
    await field(page).fill(query)
    if (id !== '') {
      await expect(results.first().getByRole('link')).toHaveAttribute('href', keyPage(id))
    }
  }
  await expect(page.getByRole('main').getByRole('status')).toContainText('No key matches “wallpaper”')
  await field(page).fill('removes local login everybody')
  await expect(results).toHaveCount(1)
  await results.getByRole('link').click()
  await expect(page).toHaveURL(/\/reference\/login#login\/DenyLocal$/)
  await expect(page.locator(':target')).toBeInViewport()
})

test('search over all domains knows retired keys, after the others', async ({ page }) => {
  await page.goto('/reference')
  await field(page).fill('LocalPasswordSyncOnMatchOnly')
  await expect(page.getByRole('list', { name: 'Keys found' }).getByRole('link')).toHaveAttribute(
    'href',
    '/reference/retired#retired/com.jamf.connect.sync/LocalPasswordSyncOnMatchOnly',
  )
})

test('search on a page filters in place, and a link to a key that is filtered away brings it back', async ({
  page,
}) => {
  await page.goto('/reference/login')
  await field(page).fill('OIDCTenant')
  await expect(entry(page, 'login/OIDCTenant')).toBeVisible()
  await expect(entry(page, 'login/OIDCProvider')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'FileVault' })).toBeHidden()
  await expect(page.getByRole('main').getByRole('status')).toContainText('of 86 keys')
  await page.evaluate(() => window.location.assign('#login/EnableFDE'))
  await expect(entry(page, 'login/EnableFDE')).toBeInViewport()
  await field(page).fill('zebra')
  await expect(page.locator('article:visible')).toHaveCount(0)
  await field(page).press('Escape')
  await expect(entry(page, 'login/OIDCProvider')).toBeVisible()
})

test('the buttons copy the name, the link and the example of a key', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/reference/connect')
  const id = 'connect/IdPSettings/ROPGID'
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await entry(page, id).getByRole('button', { name: 'Copy the name ROPGID' }).click()
  await expect.poll(copied).toBe('ROPGID')
  await entry(page, id).getByRole('button', { name: 'Copy the link to ROPGID' }).click()
  await expect.poll(copied).toBe(new URL(keyPage(id), page.url()).href)
  await entry(page, id).getByRole('button', { name: 'Copy the example of ROPGID' }).click()
  await expect
    .poll(copied)
    .toMatch(/^<key>IdPSettings<\/key>\n<dict>\n\t<key>ROPGID<\/key>\n\t<string>.+<\/string>\n<\/dict>$/)
})

test('on paper there is no sidebar, all keys are there, and links are spelled out', async ({ page }) => {
  await page.goto('/reference/shares')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('complementary', { name: 'Library' })).toBeHidden()
  await expect(page.getByRole('searchbox')).toHaveCount(0)
  const paper = await page.evaluate(() => {
    const main = document.querySelector('main')
    const source = document.querySelector('main section a[href^="https"]')
    return {
      whole: main !== null && main.getBoundingClientRect().height >= main.scrollHeight - 1,
      long: document.documentElement.scrollHeight > window.innerHeight,
      spelled: source !== null && getComputedStyle(source, '::after').content,
      ink: getComputedStyle(document.querySelector('dt') as Element).color,
    }
  })
  expect(paper).toEqual({
    whole: true,
    long: true,
    spelled: expect.stringContaining('https://'),
    ink: 'rgb(87, 84, 78)',
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the pages can be read and searched', async ({ page }) => {
    await page.goto(keyPage('login/OIDCProvider'))
    await expect(entry(page, 'login/OIDCProvider')).toBeInViewport()
    await expect(page.getByRole('button', { name: /^Copy the/ })).toHaveCount(0)
    await page.goto('/reference')
    await field(page).fill('kerberos realm')
    await field(page).press('Enter')
    await expect(page.getByRole('list', { name: 'Keys found' }).getByRole('link').first()).toHaveAttribute(
      'href',
      keyPage('connect/Kerberos/Realm'),
    )
  })
})

const views = [...pages, '/reference?q=tenant', '/reference?q=zebra', '/reference/nothing']

for (const colorScheme of ['light', 'dark'] as const) {
  for (const path of [...views, keyPage('login/OIDCProvider')]) {
    test(`axe finds nothing on ${path}, ${colorScheme}`, async ({ page }) => {
      test.slow()
      await page.emulateMedia({ colorScheme })
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    })
  }
}

test('nothing is wider than a screen of 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of [...views, '/reference?q=a']) {
    await page.goto(path)
    const widths = await page.evaluate(() => {
      const main = document.querySelector('main')
      // The panels clip what leaves them, so that it would not show in the width of the page.
      const edges = [...document.querySelectorAll('main *')].map((each) => each.getBoundingClientRect().right)
      return [document.documentElement.scrollWidth, main?.scrollWidth ?? 0, ...edges.map(Math.floor)]
    })
    expect(Math.max(...widths), path).toBeLessThanOrEqual(320)
  }
})

test('headings come in order', async ({ page }) => {
  for (const path of pages) {
    await page.goto(path)
    const levels = await page
      .locator('main :is(h1, h2, h3, h4)')
      .evaluateAll((all) => all.map((h) => Number(h.tagName[1])))
    expect(levels.filter((level) => level === 1)).toEqual([1])
    expect(
      levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1),
      path,
    ).toBe(true)
  }
})

test('beyond the scripts of every page, the reference needs few, and none with the manifests', async ({
  page,
}) => {
  const bodies = new Map<string, Promise<string>>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') {
      bodies.set(response.url(), response.text())
    }
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  const everywhere = new Set(bodies.keys())
  expect(everywhere.size).toBeGreaterThan(0)
  await page.goto('/reference/login', { waitUntil: 'networkidle' })
  const own = await Promise.all([...bodies].filter(([url]) => !everywhere.has(url)).map(([, body]) => body))
  expect(own.length).toBeGreaterThan(0)
  const key = keyWithId('login/OIDCProvider')
  const note = (key && helpOf(key).note) ?? ''
  expect(note.length).toBeGreaterThan(20)
  expect(own.some((text) => text.includes(note))).toBe(false)
  expect(own.join('').length).toBeLessThan(40_000)
})

test('axe finds nothing in the reference, its search, and where there is no page', async ({ page }) => {
  test.slow()
  await page.goto('/reference')
  await expectClean(page, 'reference')
  await field(page).fill('kerberos realm')
  await expect(page.getByRole('list', { name: 'Keys found' }).getByRole('listitem').first()).toBeVisible()
  await expectClean(page, 'reference-found')
  await field(page).fill('wallpaper')
  await expectClean(page, 'reference-none')
  await page.goto(keyPage('actions/Actions/[]/Show/[]/Command'))
  await expectClean(page, 'reference-page')
  await page.goto('/reference/nothing')
  await expectClean(page, 'no-page')
})

test('a manifest that does not exist is a 404 that says where to go', async ({ page }) => {
  const response = await page.goto('/reference/nothing')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
  await expect(page.getByRole('main').getByRole('link', { name: 'Key reference' })).toHaveAttribute(
    'href',
    '/reference',
  )
})

test('each page has its own title', async ({ page }) => {
  const titles = new Set<string>()
  for (const path of pages) {
    await page.goto(path)
    titles.add(await page.title())
  }
  expect(titles.size).toBe(pages.length)
})
