import type { Page } from '@playwright/test'
import {
  bytesOf,
  downloadOf,
  expect,
  issueList,
  newProfileXml,
  opened,
  store,
  storedNames,
  test,
  unique,
} from './app'
import { expectClean, expectCleanIn, sizes } from './axe'

const table = (page: Page) => page.getByRole('table', { name: 'Configurations' })
const rowOf = (page: Page, name: string) => table(page).getByRole('row').filter({ hasText: name })
const bar = (page: Page) => page.getByRole('region', { name: 'Selected configurations' })
const filter = (page: Page) => page.getByRole('searchbox', { name: 'Filter the table' })

/** Three configurations whose names share a word that no other test uses; the table shows those only. */
async function three(page: Page): Promise<{ word: string; names: readonly string[] }> {
  const word = unique('Table').replace(/\s+/g, '-')
  const names = ['Berlin', 'Oslo', 'Athens'].map((town) => `${town} ${word}`)
  for (const name of names) {
    await store(page, name, newProfileXml('EntraID'))
  }
  await page.goto(`/?find=${word}`)
  await expect(table(page).getByRole('row')).toHaveCount(4)
  return { word, names }
}

const shown = async (page: Page) =>
  (await table(page).getByRole('row').getByRole('link').allInnerTexts()).map((text) => text.split(' ')[0])

test('the table is sorted by its heads and filtered, and the address keeps both', async ({ page }) => {
  const { word } = await three(page)
  await table(page).getByRole('button', { name: 'Name' }).click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(table(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect.poll(() => shown(page)).toEqual(['Athens', 'Berlin', 'Oslo'])
  await table(page).getByRole('button', { name: 'Name' }).click()
  await expect.poll(() => shown(page)).toEqual(['Oslo', 'Berlin', 'Athens'])
  await page.reload()
  await expect.poll(() => shown(page)).toEqual(['Oslo', 'Berlin', 'Athens'])
  await expect(filter(page)).toHaveValue(word)
  await page.goBack()
  await expect.poll(() => shown(page)).toEqual(['Athens', 'Berlin', 'Oslo'])
  await filter(page).fill(`oslo ${word}`)
  await expect(page).toHaveURL(/find=oslo/)
  await expect.poll(() => shown(page)).toEqual(['Oslo'])
  await filter(page).fill(`nowhere ${word}`)
  await expect(page.getByText('No configuration holds all of these words')).toBeVisible()
})

test('several are tagged at once, and the tags are found and shown', async ({ page }) => {
  const { word, names } = await three(page)
  for (const name of names.slice(0, 2)) {
    await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  }
  await bar(page).getByRole('button', { name: 'Add tags…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add tags to 2 configurations' })
  const tags = dialog.getByRole('textbox', { name: 'Tags' })
  await expect(tags).toBeFocused()
  await tags.fill('x'.repeat(41))
  await dialog.getByRole('button', { name: 'Add tags' }).click()
  await expect(dialog.getByText('Keep each tag to 40 characters.')).toBeVisible()
  await tags.fill('pilot, school')
  await dialog.getByRole('button', { name: 'Add tags' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(rowOf(page, names[0] ?? '')).toContainText('pilot')
  await filter(page).fill(`school ${word}`)
  await expect(table(page).getByRole('row')).toHaveCount(3)
  // Beside those that they have by now.
  await bar(page).getByRole('button', { name: 'Add tags…' }).click()
  await tags.fill('berlin')
  await dialog.getByRole('button', { name: 'Add tags' }).click()
  await expect(rowOf(page, names[0] ?? '')).toContainText(/pilot.*school.*berlin/)
})

test('tags and a note of one configuration are written from its menu, and keep the focus where it was', async ({
  page,
}) => {
  const { names } = await three(page)
  const name = names[0] ?? ''
  const nav = page.getByRole('navigation', { name: 'Configurations' })
  await nav.getByRole('link', { name }).hover()
  await nav.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Tags and note…' }).click()
  const dialog = page.getByRole('dialog', { name: `Tags and note of “${name}”` })
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Ask the service desk first')
  await expectClean(page, 'tags and note')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(rowOf(page, name)).toContainText('Ask the service desk first')
})

test('what is selected and not on the screen is told, can be left out, and is deleted only once it was named', async ({
  page,
}) => {
  const { word, names } = await three(page)
  await table(page).getByRole('checkbox').first().check()
  await expect(bar(page)).toContainText('3 selected')
  await filter(page).fill(`berlin ${word}`)
  await expect(table(page).getByRole('row')).toHaveCount(2)
  await expect(bar(page)).toContainText('3 selected, 2 of them not shown here')
  await bar(page).getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete 3 configurations?' })
  await expect(dialog.getByRole('listitem')).toHaveText(names.toReversed())
  await expectClean(page, 'delete-unseen')
  await dialog.getByRole('button', { name: 'Keep them' }).click()
  expect(await storedNames(page)).toEqual(expect.arrayContaining([...names]))
  await bar(page).getByRole('button', { name: 'Leave those out' }).click()
  await expect(bar(page)).toContainText(/^1 selected/)
  await bar(page).getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(bar(page)).toHaveCount(0)
  const left = await storedNames(page)
  expect(names.filter((name) => left.includes(name))).toEqual(names.slice(1))
})

test('one that is selected is made a template, and no template again', async ({ page }) => {
  const { names } = await three(page)
  await page.getByRole('checkbox', { name: `Select ${names[0]}` }).check()
  await bar(page).getByRole('button', { name: 'Use as a template' }).click()
  await expect(rowOf(page, names[0] ?? '')).toContainText('template')
  await bar(page).getByRole('button', { name: 'No longer a template' }).click()
  await expect(rowOf(page, names[0] ?? '')).not.toContainText('template')
})

test('the last test is not tested, without a report, or not known: each where it is true', async ({
  page,
}) => {
  const { names } = await three(page)
  const cell = (place: number) =>
    rowOf(page, names[place] ?? '')
      .getByRole('cell')
      .nth(4)
  await expect(cell(0)).toHaveText('Not tested')
  await page.route('**/api/configurations?*', async (route) => {
    const answer = await route.fetch()
    const list = await answer.json()
    for (const [index, tested] of [true, null].entries()) {
      const row = list.configurations.find(({ name }: { name: string }) => name === names[index])
      if (row) {
        row.tested = tested
      }
    }
    await route.fulfill({ json: list })
  })
  await page.reload()
  await expect(cell(0)).toHaveText('No report kept')
  await expect(cell(1)).toHaveText('Not known')
  await expect(cell(2)).toHaveText('Not tested')
})

test('several are exported as one archive of their newest versions', async ({ page }) => {
  const { names } = await three(page)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  const download = await downloadOf(page, () =>
    bar(page).getByRole('button', { name: 'Export as ZIP' }).click(),
  )
  expect(download.suggestedFilename()).toMatch(/^Latchkey-[\d-]+\.zip$/)
  const text = Buffer.from(await bytesOf(download)).toString('latin1')
  for (const name of names) {
    expect(text).toContain(`${name}.mobileconfig`)
  }
  expect(text.split('<plist').length - 1).toBe(3)
})

test('several are deleted with one notice, which brings all of them back', async ({ page }) => {
  const { names } = await three(page)
  for (const name of names.slice(1)) {
    await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  }
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  await expect(table(page).getByRole('row')).toHaveCount(2)
  await expect(bar(page)).toHaveCount(0)
  await page
    .getByText('2 configurations are deleted.')
    .locator('..')
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(table(page).getByRole('row')).toHaveCount(4)
  expect(await storedNames(page)).toEqual(expect.arrayContaining([...names]))
})

test('axe finds nothing in the table, the bar of what is selected and the dialog, and at 320 px nothing is cut off', async ({
  page,
}) => {
  const { names } = await three(page)
  await page.getByRole('checkbox', { name: `Select ${names[1]}` }).check()
  await expect(bar(page)).toBeVisible()
  await expectClean(page, 'home table')
  await page.setViewportSize({ width: 320, height: 640 })
  const cut = await page.evaluate(() => {
    const main = document.querySelector('main')
    return main ? main.scrollWidth - main.clientWidth : 0
  })
  expect(cut).toBe(0)
  await bar(page).getByRole('button', { name: 'Tags and note…' }).click()
  await expect(page.getByRole('dialog', { name: `Tags and note of “${names[1]}”` })).toBeVisible()
  await expectClean(page, 'tag dialog')
})

test('counts of issues that are older than the rules are brought up to date when a configuration is opened, without a version', async ({
  page,
}) => {
  const name = unique('Older rules')
  // As if the rules of its last save had found nothing.
  const before = await store(page, name, newProfileXml('EntraID'))
  await page.goto(`/configurations/${before.id}`)
  await opened(page, name)
  const issues = await issueList(page)
  await expect(issues.first()).toBeVisible()
  const found = await issues.count()
  const now = async () => (await page.request.get(`/api/configurations/${before.id}`)).json()
  await expect
    .poll(async () => {
      const { errors, advice } = await now()
      return errors + advice
    })
    .toBe(found)
  expect(await now()).toMatchObject({ version: 1, updatedAt: before.updatedAt })
  const row = page
    .getByRole('navigation', { name: 'Configurations' })
    .getByRole('listitem')
    .filter({ hasText: name })
  await expect(row).not.toContainText('No issues')
})

/** Answers for a table of several pages, whose rows were tested with each result, without a report, and not at all. */
async function answerForPages(page: Page): Promise<void> {
  const at = '2026-11-02T08:00:00.000Z'
  const verdicts = ['passed', 'warning', 'failed', 'cancelled', null] as const
  const configurations = Array.from({ length: 50 }, (_, row) => {
    const verdict = verdicts[row % verdicts.length]
    return {
      ...{ id: `00000000-0000-4000-8000-${String(row).padStart(12, '0')}`, name: `Site ${row}` },
      ...{ provider: 'Okta', domains: [], errors: row % 3, advice: row % 2, version: 1 },
      ...{ createdAt: at, updatedAt: at, unsaved: row === 1, tags: ['pilot'], note: null },
      lastTest: verdict ? { at, verdict } : null,
      tested: row % 2 === 0,
    }
  })
  await page.route('**/api/configurations?*', (route) =>
    route.fulfill({ json: { configurations, total: 120, place: null } }),
  )
}

test('axe finds nothing on the second page of the table, with the results of kept reports', async ({
  page,
}) => {
  await answerForPages(page)
  await page.goto('/?page=2')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('Page 2 of 3')
  await expect(rowOf(page, 'Site 0').first()).toContainText('Passed')
  await expectClean(page, 'home table second page')
})

test.describe('on touch', () => {
  test.use({ hasTouch: true })

  for (const size of ['desktop', 'narrow'] as const) {
    test(`axe finds nothing in the bar of what is selected, whose controls are large enough: ${size}`, async ({
      page,
    }) => {
      await page.setViewportSize(sizes[size])
      await answerForPages(page)
      await page.goto('/')
      await page.getByRole('checkbox', { name: 'Select Site 0', exact: true }).check()
      for (const several of [false, true]) {
        if (several) {
          await page.getByRole('checkbox', { name: 'Select Site 1', exact: true }).check()
        }
        const buttons = bar(page).getByRole('button')
        await expect(buttons).toHaveCount(5)
        const heights = await buttons.evaluateAll((all) =>
          all.map((each) => each.getBoundingClientRect().height),
        )
        expect(heights.filter((height) => height < 43.5)).toEqual([])
        await expectCleanIn(page, size, `home table touch ${several ? 'several' : 'one'}`)
      }
    })
  }
})
