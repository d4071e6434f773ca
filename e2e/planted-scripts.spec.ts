import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { edit, home, issueList, openForm, openTab, openXmlView, unique } from './app'
import { card, expect, openTests, result, runButton, sendPassword, test } from './tests-app'

/** Text that becomes a script wherever a page takes it for markup, an address or a style. */
const plants = [
  '<script>ran=1</script>',
  '<img src=x onerror="ran=1">',
  '"><svg onload="ran=1">',
  'javascript:ran=1',
  '</title><iframe srcdoc="<script>parent.ran=1</script>">',
]
const every = plants.join(' ')

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A profile with the plants in every place that a person or a file can fill. */
function planted(discovery: string): string {
  const e = xml(every)
  const strings = [
    'OIDCClientID',
    'OIDCRedirectURI',
    'OIDCScopes',
    'LoginWindowMessage',
    'OIDCTenant',
    'LicenseFile',
    'OIDCIssuer',
  ]
    .map((key) => `<key>${key}</key><string>${e}</string>`)
    .join('')
  const lists = ['OIDCAdmin', 'DenyLocalExcluded', 'ROPGSuccessCodes', 'Invented']
    .map((key) => `<key>${key}</key><array><string>${e}</string></array>`)
    .join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${every.replaceAll('--', '')} -->
<plist version="1.0"><dict>
<key>PayloadDisplayName</key><string>${e}</string>
<key>PayloadDescription</key><string>${e}</string>
<key>PayloadOrganization</key><string>${e}</string>
<key>PayloadIdentifier</key><string>${e}</string>
<key>PayloadUUID</key><string>${e}</string>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadContent</key><array>
<dict>
<key>PayloadType</key><string>com.jamf.connect.login</string>
<key>PayloadDisplayName</key><string>${e}</string>
<key>PayloadIdentifier</key><string>a.${e}</string>
<key>PayloadUUID</key><string>${e}</string>
<key>PayloadVersion</key><integer>1</integer>
<key>OIDCProvider</key><string>Custom</string>
<key>OIDCDiscoveryURL</key><string>${discovery}</string>
<key>OIDCROPGID</key><string>client</string>
${strings}${lists}
<key>${e}</key><string>a</string>
<key>CreateAdminUser</key><string>${e}</string>
</dict>
<dict>
<key>PayloadType</key><string>${e}</string>
<key>PayloadIdentifier</key><string>b.${e}</string>
<key>PayloadUUID</key><string>${e}</string>
<key>PayloadVersion</key><integer>1</integer>
<key>${e}</key><string>${e}</string>
</dict>
</array>
</dict></plist>
`
}

/** An identity provider that says the plants in every member of its answers. */
async function hostileProvider(): Promise<{ readonly url: string; readonly close: () => void }> {
  const token = [
    '{"alg":"none"}',
    JSON.stringify({ iss: every, sub: every, aud: every, name: every, groups: [every], [every]: every }),
  ]
    .map((part) => Buffer.from(part).toString('base64url'))
    .concat('c2ln')
    .join('.')
  const server = createServer((request, response) => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const document = {
      issuer: every,
      authorization_endpoint: `${origin}/authorize?a=${encodeURIComponent(every)}`,
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/keys`,
      scopes_supported: [every],
      response_types_supported: [every],
      grant_types_supported: ['password', every],
      [every]: every,
    }
    response.setHeader('Content-Type', 'application/json')
    response.setHeader('X-Planted', every)
    response.statusCode = request.url === '/token' ? 400 : 200
    const answers: Readonly<Record<string, unknown>> = {
      '/token': { error: every, error_description: `${every} ${token}`, error_uri: 'javascript:ran=1' },
      '/keys': { keys: [{ kid: every, kty: every, [every]: every }] },
    }
    response.end(JSON.stringify(answers[request.url ?? ''] ?? document))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

/** Nothing ran, and nothing of what was planted became an element. */
async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: 'ran' in window,
    elements: document.querySelectorAll('img[src="x"], iframe, [onerror], [onload], a[href^="javascript:"]')
      .length,
    scripts: [...document.scripts].filter(({ textContent }) => textContent?.trim() === 'ran=1').length,
  }))
  expect(found).toEqual({ ran: false, elements: 0, scripts: 0 })
}

test.use({ attempts: 2 })

test('scripts in names, keys, values and comments of a profile stay text on every page', async ({
  page,
  world,
  troubles,
}) => {
  troubles.expected.push(/status of 404/)
  const profile = planted('https://idp.example.com/.well-known/openid-configuration')
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  const files = plants.map((name, n) => ({
    name: `${n}${name.replaceAll('/', '')}.mobileconfig`,
    mimeType: 'text/html',
    buffer: Buffer.from(n === 0 ? profile : `${name}${profile}`),
  }))
  await dialog.getByLabel('Profiles to import').setInputFiles(files)
  await expect(dialog.getByText('ran=1').first()).toBeVisible()
  await expectInert(page)
  await page.keyboard.press('Escape')
  const id = await edit(page, profile, `${unique('Planted')} ${every}`.slice(0, 100))
  await expectInert(page)
  for (const tab of ['Login', 'Connect', 'More', 'Identity Provider']) {
    await openTab(page, tab)
    await expectInert(page)
  }
  await issueList(page)
  await expectInert(page)
  await page.getByRole('tab', { name: 'Login window' }).click()
  await expectInert(page)
  await page.getByRole('searchbox', { name: 'Search the keys' }).fill(plants[0] ?? '')
  await expectInert(page)
  await openXmlView(page)
  await expectInert(page)
  await openForm(page)
  await page.getByRole('button', { name: 'Export…' }).click()
  await expectInert(page)
  for (const address of [
    `/configurations/${encodeURIComponent(every)}`,
    `/reference?query=${encodeURIComponent(every)}`,
    `/reference/${encodeURIComponent(every)}`,
    `/callback?error=${encodeURIComponent(every)}&error_description=${encodeURIComponent(every)}&state=x`,
    `/configurations/${id}#${every}`,
  ]) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    await expectInert(page)
  }
  expect(world.url).toBeTruthy()
})

test('scripts in the answers of an identity provider stay text in findings, claims and exchanges', async ({
  page,
}) => {
  const provider = await hostileProvider()
  try {
    await openTests(page, planted(`${provider.url}/.well-known/openid-configuration`), 'Discovery')
    await runButton(page).click()
    await expect(result(page)).toBeVisible()
    await expectInert(page)
    await openTests(
      page,
      planted(`${provider.url}/.well-known/openid-configuration`),
      'Password check (ROPG)',
    )
    await sendPassword(page, plants[1] ?? '', 'planted-pass')
    await expect(result(page)).toBeVisible()
    for (const summary of await page.locator('main details > summary').all()) {
      await summary.click()
    }
    await expectInert(page)
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    await openTests(
      page,
      planted('https://idp.example.com/.well-known/openid-configuration'),
      'Sign-in (OIDC)',
    )
    await page
      .getByLabel('Paste an ID token, or its claims as JSON')
      .fill(
        `${part({ alg: every })}.${part({ sub: every, preferred_username: every, name: every, picture: 'javascript:ran=1', groups: [every], [every]: every })}.c2ln`,
      )
    await expect(card(page, 'On the Mac')).toBeVisible()
    await expectInert(page)
  } finally {
    provider.close()
  }
})
