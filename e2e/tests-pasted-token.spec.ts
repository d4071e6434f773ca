import { demoProfile, expect, onTheMac, openTests, test } from './tests-app'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = (claims: unknown) => `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}.c2lnbmF0dXJl`

test('a pasted token shows what would happen on the Mac, and leaves the browser in no request', async ({
  page,
  world,
}) => {
  await openTests(page, demoProfile(world, 'Everything works'), 'Sign-in (OIDC)')
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  const field = page.getByLabel('Paste an ID token, or its claims as JSON')
  const claims = {
    sub: '1',
    preferred_username: 'grace@acme.example',
    name: 'Grace Hopper',
    groups: ['Mac Admins'],
  }
  await field.fill(token(claims))
  await expect(onTheMac(page, 'Account name')).toContainText('grace')
  await expect(onTheMac(page, 'Rights')).toContainText('Administrator')
  await expect(page.getByText('The signature is not checked')).toBeVisible()
  await field.fill(token({ ...claims, groups: ['mac admins'] }))
  await expect(onTheMac(page, 'Rights')).toContainText('Standard')
  await field.fill('no token at all')
  await expect(page.getByRole('alert').filter({ hasText: 'This is no ID token' })).toBeVisible()
  expect(sent.filter((request) => request.includes(part(claims)))).toEqual([])
})
