import type { Page } from '@playwright/test'
import { totp } from '../demo/okta/totp'
import { standInSeed } from '../demo/okta/users'
import { passwordOf } from '../demo/okta-authn'
import {
  card,
  chooseTest,
  demoProfile,
  expect,
  openSignIn,
  openTests,
  result,
  sendPassword,
  signIn,
  test,
} from './tests-app'

test.use({ attempts: 3, ignoreHTTPSErrors: true })

/** Everything a page holds or keeps: text and values of the document, storage, addresses, cookies it can read. */
function held(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const caches = await window.caches.keys()
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')]
    return JSON.stringify([
      document.documentElement.outerHTML,
      fields.map(({ value }) => value),
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      history.state,
      databases,
      caches,
    ])
  })
}

/** A secret as it stands in text, in an address, in JSON and in base64 wherever it begins. */
function spellings(secret: string): string[] {
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(`${'x'.repeat(shift)}${secret}`)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  )
  const all = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...base64]
  // A code of six digits may stand anywhere by chance.
  return all.filter((spelled) => spelled.length > 7)
}

test('no password, token, code or secret is left in a page, its storage or the server after all tests', async ({
  page,
  world,
}) => {
  const asked: string[] = []
  const answers: Promise<string>[] = []
  const codes = new Set<string>()
  page.context().on('request', (request) => {
    const code = /[?#&](?:code|id_token)=([^&]+)/.exec(request.url())?.[1]
    if (code) {
      codes.add(code)
    }
  })
  page.on('request', (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`))
  page.on('response', (response) => {
    if (response.url().includes('/api/tests/')) {
      answers.push(response.text().catch(() => ''))
    }
  })
  const profile = demoProfile(world, 'Confidential client', { 'https://127.0.0.1/jamfconnect': world.caught })
  await openTests(page, profile, 'Password check (ROPG)')
  await sendPassword(page, 'ada@acme.example', 'analytical-engine')
  await expect(result(page)).toHaveText('Passed: The password is right')
  await page.getByRole('button', { name: 'Keep the report' }).click()
  await chooseTest(page, 'Sign-in (OIDC)')
  await page.getByRole('button', { name: 'Start the sign-in' }).click()
  const popup = await openSignIn(page)
  await signIn(popup)
  await expect(result(page)).toHaveText(/can sign in/)
  await page.getByRole('button', { name: 'Keep the report' }).click()
  const after = [await held(page), await held(popup)]

  const okta = demoProfile(world, 'Okta · Authentication API')
  await openTests(page, okta)
  await sendPassword(page, 'totp@example.com', passwordOf('totp'))
  await page.getByRole('main').getByRole('button', { name: 'Use this factor' }).first().click()
  const code = totp(standInSeed, Date.now())
  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(result(page)).toHaveText(/can sign in/)
  await page.getByRole('button', { name: 'Keep the report' }).click()
  await expect(card(page, 'Kept reports')).toBeVisible()
  after.push(await held(page))

  expect(codes.size).toBeGreaterThan(0)
  const secrets = ['analytical-engine', 'latchkey-demo-secret', passwordOf('totp'), `>${code}<`, ...codes]
  const token = /eyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}|20111session-/
  const readable = (await page.context().cookies()).filter(({ httpOnly }) => !httpOnly)
  // The form shows the client secret of the configuration; the tests do not.
  const tested = [...after, JSON.stringify(readable), ...(await Promise.all(answers))]
  for (const [index, text] of tested.entries()) {
    for (const secret of secrets) {
      expect(text.includes(secret), `${secret} in ${index}`).toBe(false)
    }
    expect(text).not.toMatch(token)
  }
  // Files, write-ahead log and both outputs of the server: no secret, in no spelling; not even that of the profile.
  const server = world.kept()
  expect(server.length).toBeGreaterThan(10_000)
  for (const secret of [...secrets.map((text) => text.replaceAll(/[<>]/g, '')), 'OIDCClientSecret']) {
    for (const spelled of spellings(secret)) {
      expect(server.includes(spelled), `${spelled} at the server`).toBe(false)
    }
  }
  // Requests of the page that tests: the address of none holds a secret.
  for (const secret of secrets) {
    expect(asked.filter((text) => text.includes(secret))).toEqual([])
  }
})
