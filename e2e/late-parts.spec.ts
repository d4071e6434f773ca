import { edit, expect, field, issueList, newProfileXml, row, save, test } from './app'

test('parts of the editor that do not come at first come later, and nothing stays broken', async ({
  page,
  troubles,
}) => {
  test.slow()
  troubles.expected.push(/net::ERR_/)
  await edit(page, newProfileXml('EntraID'))
  const html = await page.evaluate(async () => (await fetch(location.href)).text())
  const refused = new Set<string>()
  await page.route('**/_next/static/chunks/**', (route) => {
    const { pathname } = new URL(route.request().url())
    if (html.includes(pathname) || refused.has(pathname)) {
      return route.continue()
    }
    refused.add(pathname)
    return route.abort('connectionrefused')
  })
  await page.reload()
  await field(page, 'OIDC Client ID').fill('here')
  await page.getByRole('button', { name: 'Help for OIDC Client ID' }).click()
  await expect(row(page, 'OIDC Client ID')).toContainText('com.jamf.connect.login', { timeout: 30_000 })
  await expect(page.getByRole('link', { name: 'Source' })).toBeVisible()
  const issues = await issueList(page)
  await expect.poll(() => issues.count(), { timeout: 30_000 }).toBeGreaterThan(0)
  await page.getByRole('searchbox', { name: 'Search the keys' }).fill('redirect')
  await expect(field(page, 'OIDC Client ID')).toHaveCount(0, { timeout: 30_000 })
  expect(refused.size).toBeGreaterThan(2)
  await save(page)
})
