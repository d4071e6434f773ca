import {
  choose,
  edit,
  expect,
  field,
  home,
  issueList,
  newProfileXml,
  openForm,
  openTab,
  openXmlView,
  row,
  save,
  test,
} from './app'

test('typing moves nothing on the page', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        // Shifts right after a key press count here too.
        shifts.push(entry.value)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await edit(page, newProfileXml('EntraID'))
  await expect(page.getByRole('tab', { name: /^Issues/ })).toContainText(/\d/)
  await field(page, 'Tenant').click()
  await page.evaluate(() =>
    Object.assign(window, { before: (window as never as { shifts: number[] }).shifts.length }),
  )
  await field(page, 'Tenant').pressSequentially('0f6f2a40-3df6-4d3c-9a51-0a9a8a1b2c3d', { delay: 5 })
  await page.getByRole('searchbox', { name: 'Search the keys' }).click()
  await expect(page.getByRole('region', { name: 'XML of the profile' })).toContainText('0a9a8a1b2c3d')
  const total = await page.evaluate(() => {
    const { shifts, before } = window as never as { shifts: number[]; before: number }
    return shifts.slice(before).reduce((sum, shift) => sum + shift, 0)
  })
  expect(total).toBeLessThan(0.02)
})

test('loading the pages moves nothing once it is shown', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        ;(window as never as { shift: number }).shift += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const id = await edit(page, newProfileXml('EntraID'))
  for (const address of ['/', `/configurations/${id}`, '/reference']) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => (window as never as { shift: number }).shift), address).toBeLessThan(
      0.05,
    )
  }
})

test('a secret stays out of storage, cookies, the address and the names of things', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.url()} ${JSON.stringify(request.headers())}`))
  await edit(page, newProfileXml('GoogleID'))
  await row(page, 'Client Secret').locator('input').fill('hush-4711')
  await save(page)
  await openXmlView(page)
  await openForm(page)
  await page.reload()
  await expect(row(page, 'Client Secret').locator('input')).toHaveValue('hush-4711')
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const caches = await window.caches.keys()
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      document.title,
      databases,
      caches,
      history.state,
    ])
  })
  expect(kept).not.toContain('hush')
  expect(JSON.stringify(await page.context().cookies())).not.toContain('hush')
  expect(requests.filter((request) => request.includes('hush'))).toEqual([])
  // The drawing, the list of issues and labels tell no secret either.
  await issueList(page)
  expect(await page.locator('body').innerText()).not.toContain('hush')
  await page.getByRole('tab', { name: 'Login window' }).click()
  expect(await page.locator('body').innerText()).not.toContain('hush')
})

test('a session over every part of the editor raises no error and leaves the origin never', async ({
  page,
}) => {
  await home(page)
  await edit(page, newProfileXml('EntraID'))
  for (const tab of ['Login', 'Connect', 'More', 'Identity Provider']) {
    await openTab(page, tab)
  }
  await row(page, 'Tenant').getByRole('button', { name: 'Help for Tenant' }).click()
  await openTab(page, 'Login')
  await choose(row(page, 'Create Admin Users'), 'On')
  await page.getByRole('searchbox', { name: 'Search the keys' }).fill('password')
  await page.getByRole('button', { name: 'Configured only' }).click()
  await page
    .getByRole('button', { name: /^Colors: / })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^Colors: / })
    .first()
    .click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/reference')
})
