import type { Page, TestInfo } from '@playwright/test'
import { edit, expect, field, newProfileXml, test } from './app'

declare global {
  interface Window {
    longTasks: number[]
  }
}

const KEYS = 20_000
/** In ms, on a machine that does other things too. To check such a profile takes seconds there, and to draw all of it. */
const LONGEST = { opening: 2500, typing: 1500, check: 1500 }

const misspelt = Array.from(
  { length: KEYS },
  (_, at) => `<key>OIDCClientlD${at}</key><string>value ${at}</string>`,
)
const large = () =>
  newProfileXml('Custom').replace(
    '<key>OIDCProvider</key>',
    `${misspelt.join('\n')}\n<key>OIDCProvider</key>`,
  )

/** The tasks of more than 50 ms since the last call, written down with the result of the test. */
async function longTasks(page: Page, info: TestInfo, type: string): Promise<number[]> {
  const tasks = await page.evaluate(() => window.longTasks.splice(0))
  info.annotations.push({ type, description: tasks.map(Math.round).join(', ') })
  return tasks
}

test('a profile with many misspelt keys does not hold the page up: opening, typing and the check', async ({
  page,
}, info) => {
  test.setTimeout(300_000)
  await page.addInitScript(() => {
    window.longTasks = []
    new PerformanceObserver((list) => {
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask', buffered: true })
  })
  await edit(page, large())
  await page.locator('.xml-line').first().waitFor()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  const opening = await longTasks(page, info, 'opening')
  expect(Math.max(0, ...opening)).toBeLessThan(LONGEST.opening)
  const tab = page.getByRole('tab', { name: /^Issues/ })
  await expect(tab).toHaveText(/2\d{4}/, { timeout: 120_000 })
  await longTasks(page, info, 'first check')
  expect(page.workers()).toHaveLength(1)

  await tab.click()
  const panel = page.getByRole('tabpanel', { name: 'Issues' })
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  await field(page, 'OIDC Client ID').focus()
  await page.waitForTimeout(500)
  await longTasks(page, info, 'issues shown')
  await page.keyboard.type('abc', { delay: 80 })
  await expect(panel.getByText('Checking the last change.')).toBeVisible()
  const typing = await longTasks(page, info, 'typing')
  expect(Math.max(0, ...typing)).toBeLessThan(LONGEST.typing)
  await expect(panel.getByText('Checking the last change.')).toBeHidden({ timeout: 60_000 })
  await expect(field(page, 'OIDC Client ID')).toHaveValue(/abc/)
  const again = await longTasks(page, info, 'check after typing')
  expect(Math.max(0, ...again)).toBeLessThan(LONGEST.check)
})
