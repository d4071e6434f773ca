import { expect, home, issueList, newProfileXml, opened, store, test, unique } from './app'
import { expectClean } from './axe'

const twice = (page: import('@playwright/test').Page) => page.getByRole('region', { name: 'In the library' })

test('two configurations with one identifier are told of in both editors, each with a link to the other', async ({
  page,
}) => {
  const [first, second] = [unique('Head office'), unique('Branch')]
  const xml = newProfileXml('EntraID', unique('Example'))
  const one = await store(page, first, xml)
  await store(page, second, xml)
  await page.goto(`/configurations/${one.id}`)
  await opened(page, first)
  await issueList(page)
  const others = twice(page)
  await expect(others).toContainText('PayloadIdentifier')
  await expect(others).toContainText(second)
  await others.getByRole('link', { name: `Open “${second}”` }).click()
  await opened(page, second)
  await issueList(page)
  await expect(twice(page)).toContainText(`has the PayloadIdentifier of “${first}”`)
})

test('a configuration that has nothing in common with others has no such group', async ({ page }) => {
  const name = unique('Alone')
  const { id } = await store(page, name, newProfileXml('GoogleID', unique('Example')))
  const answered = page.waitForResponse(`**/api/configurations/${id}/together`)
  await page.goto(`/configurations/${id}`)
  await opened(page, name)
  await issueList(page)
  expect((await (await answered).json()).issues).toEqual([])
  await expect(twice(page)).toHaveCount(0)
})

test('the first page names what configurations do to each other', async ({ page }) => {
  const xml = newProfileXml('EntraID', unique('Example'))
  const [first, second] = [await store(page, unique('North'), xml), await store(page, unique('South'), xml)]
  const found = await (await page.request.get(`/api/configurations/${second.id}/together`)).json()
  await page.route('**/api/configurations/together', (route) => route.fulfill({ json: found }))
  await home(page)
  await expect(twice(page).getByRole('link', { name: `Open “${first.name}”` })).toBeVisible()
  await expect(twice(page)).toContainText(`“${second.name}”: The profile has the PayloadIdentifier`)
})

test('a comparison that fails says so and is made again', async ({ page, troubles }) => {
  troubles.expected.push(/500/)
  await store(page, unique('East'), newProfileXml('EntraID'))
  await store(page, unique('West'), newProfileXml('EntraID'))
  await page.route('**/api/configurations/together', (route) =>
    route.fulfill({ status: 500, json: { code: 'unexpected', message: 'The server made a mistake.' } }),
  )
  await home(page)
  await expect(twice(page)).toContainText('could not be compared. The server made a mistake.', {
    timeout: 30_000,
  })
  await page.unroute('**/api/configurations/together')
  await twice(page).getByRole('button', { name: 'Compare again' }).click()
  await expect(twice(page).getByText('could not be compared')).toHaveCount(0)
})

test('a library that is too large to be compared as a whole says how many are not looked at', async ({
  page,
}) => {
  const name = unique('Of many')
  const { id } = await store(page, name, newProfileXml('GoogleID', unique('Example')))
  const none = { issues: [], kinds: [], more: 0, waiting: 0, left: 250, beyond: 250 }
  await page.route('**/together', (route) => route.fulfill({ json: none }))
  await home(page)
  await expect(twice(page)).toHaveText(
    /Only the configurations changed last are compared here: 250 others are not looked at\.$/,
  )
  await page.goto(`/configurations/${id}`)
  await opened(page, name)
  await issueList(page)
  await expect(twice(page)).toContainText(
    'It is compared here with those changed last: 250 others are not looked at.',
  )
})

test('many remarks of a kind are one line that unfolds, and stays away once it is hidden, until there are more', async ({
  page,
}) => {
  const issue = (number: number) => ({
    rule: 'setting-of-another-profile',
    kind: 'setting-of-another-profile',
    message: `OIDCTenant has another value in “Group ${number}”.`,
    configuration: { id: crypto.randomUUID(), name: `Group ${number + 1}` },
    other: { id: crypto.randomUUID(), name: `Group ${number}` },
  })
  const kind = { kind: 'setting-of-another-profile', count: 300, configurations: 24 }
  const found = { issues: [issue(1), issue(2)], kinds: [kind], more: 298, waiting: 0, left: 0, beyond: 0 }
  await page.route('**/api/configurations/together', (route) => route.fulfill({ json: found }))
  await store(page, unique('Group'), newProfileXml('EntraID'))
  await home(page)
  await expect(twice(page)).toContainText('24 configurations set the same keys differently.')
  await expect(twice(page).getByRole('link')).toHaveCount(0)
  await expectClean(page, 'in-library')
  await twice(page).getByRole('button', { name: 'Show 300 remarks' }).click()
  await expect(twice(page).getByRole('link')).toHaveCount(4)
  await expect(twice(page)).toContainText('And 298 more remarks of this kind.')
  await expectClean(page, 'in-library-unfolded')
  await twice(page).getByRole('button', { name: 'Hide in this browser' }).click()
  await expect(twice(page)).not.toContainText('set the same keys')
  await page.reload()
  await expect(twice(page)).toContainText('1 kind of remarks hidden in this browser.')
  await twice(page).getByRole('button', { name: 'Show again' }).click()
  await expect(twice(page)).toContainText('24 configurations')
  await twice(page).getByRole('button', { name: 'Hide in this browser' }).click()
  kind.count = 301
  await page.reload()
  await expect(twice(page)).toContainText('24 configurations')
})
