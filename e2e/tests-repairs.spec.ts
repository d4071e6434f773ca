import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { TestReport } from '../lib/api/report'
import { downloadOf } from './app'
import { card, demoProfile, expect, openTests, result, runButton, test, type World } from './tests-app'

const wellKnown = '/.well-known/openid-configuration'
const verdict = (page: Page) => page.getByRole('region', { name: 'Result' })
const failed = (page: Page) => card(page, 'Checks').getByRole('listitem').filter({ hasText: 'Failed:' })

/** A run that fails because the address is that of the issuer, and its repair. */
async function failedRun(page: Page, world: World) {
  const { provider } = world
  const profile = demoProfile(world, 'Everything works', {
    [`${provider.url}${wellKnown}`]: provider.url,
  })
  await openTests(page, profile)
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^Failed: /)
  return page.getByRole('main').getByRole('button', { name: `Use ${provider.url}${wellKnown}` })
}

test('a repair is told as made where it was offered, the verdict as one of before, and undo takes both back', async ({
  page,
  world,
}) => {
  const repair = await failedRun(page, world)
  await expect(verdict(page)).not.toContainText('As of before the change')
  await repair.focus()
  await page.keyboard.press('Enter')
  await expect(repair).toHaveCount(0)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toContain('Fixed: run again')
  await expect(verdict(page)).toContainText('As of before the change')
  await expect(verdict(page)).toContainText('Fixed: run again')
  await expect(failed(page).first()).toContainText('Fixed: run again')
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(repair).toBeVisible()
  await expect(page.getByText('Fixed: run again')).toHaveCount(0)
  await expect(verdict(page)).not.toContainText('As of before the change')
  await repair.click()
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^(Passed|Warning): /)
  await expect(page.getByText('Fixed: run again')).toHaveCount(0)
  await expect(verdict(page)).not.toContainText('As of before the change')
})

test('a report of changes that were not saved says so, kept and exported, with the values that were tested', async ({
  page,
  world,
}) => {
  const repair = await failedRun(page, world)
  await repair.click()
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^(Passed|Warning): /)
  await expect(page.getByText('with unsaved changes')).toBeVisible()
  await expect(card(page, 'Tested with')).toContainText(`${world.provider.url}${wellKnown}`)
  const download = await downloadOf(page, () =>
    page.getByRole('button', { name: 'JSON', exact: true }).click(),
  )
  const report: TestReport = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(report.configuration).toMatchObject({ version: 1, unsaved: true })
  expect(report.tested).toContainEqual({
    name: 'OIDCDiscoveryURL',
    value: `${world.provider.url}${wellKnown}`,
  })
  await page.getByRole('button', { name: 'Keep the report' }).click()
  await expect(card(page, 'Kept reports')).toContainText('version 1 with unsaved changes')
  // What is changed after the run does not change what the report says of it.
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Saved · version 2$/ })).toBeVisible()
  await page.reload()
  await expect(card(page, 'Kept reports')).toContainText('version 1 with unsaved changes')
})
