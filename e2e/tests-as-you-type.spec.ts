import { edit, row } from './app'
import { demoProfile, expect, test } from './tests-app'

test('the discovery document is asked when wanted, and then after each change of its address', async ({
  page,
  world,
}) => {
  await edit(page, demoProfile(world, 'Everything works'))
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('/api/tests/') && asked.push(request.url()))
  const field = row(page, 'Discovery URL')
  await field.getByRole('textbox').press('End')
  expect(asked).toEqual([])
  await field.getByRole('button', { name: 'Check this address' }).click()
  // The demo provider is on plain http, which a Mac could not use: that is the one thing left to say.
  await expect(field.getByRole('status')).toContainText('All endpoints are https addresses: warning.')
  await field.getByRole('textbox').fill(`${world.provider.url}/nowhere`)
  await expect(field.getByRole('status')).toContainText('The identity provider answers: failed.')
})
