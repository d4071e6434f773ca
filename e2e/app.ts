import { readFileSync } from 'node:fs'
import { test as base, type Download, expect, type Locator, type Page, type Response } from '@playwright/test'
import type { Configuration, ConfigurationItem, Summary } from '../lib/api/configurations'
import { asLabel, FILE_TYPE, LABEL } from '../lib/api/labelled'
import type { ConfigurationList } from '../lib/api/list'
import { readPlist } from '../lib/plist/document'
import { valueAt } from '../lib/plist/tree'
import type { PlistPath, PlistValue } from '../lib/plist/value'
import { writeXml } from '../lib/plist/xml/writer'
import type { ProviderId } from '../lib/products/jamf-connect/providers/provider-rows'
import { profileFor } from '../lib/profile/template'

/** Console errors, exceptions, policy violations and requests to elsewhere that a test has seen so far. */
export type Troubles = {
  /** Lets messages through that the test provokes. */
  expected: RegExp[]
  readonly seen: string[]
}

type Fixtures = { troubles: Troubles }

/** A test that fails when its page reports an error, breaks its policy or asks another origin for something. */
export const test = base.extend<Fixtures>({
  troubles: [
    async ({ page, baseURL }, use) => {
      const troubles: Troubles = { expected: [], seen: [] }
      watch(page, String(baseURL), troubles)
      page.on('response', (response) => void noteMade(response))
      await use(troubles)
      // A server that a test has stopped is thrown away with what it holds.
      const remove = (id: string) => page.request.delete(`/api/configurations/${id}`).catch(() => undefined)
      await Promise.all(made.splice(0).map(remove))
      const { expected, seen } = troubles
      expect(seen.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([])
    },
    { auto: true },
  ],
})

/** Configurations made by the test that runs; they are deleted after it, so that lists stay short. */
const made: string[] = []

async function noteMade(response: Response): Promise<void> {
  if (response.request().method() === 'POST' && response.status() === 201) {
    made.push((await response.headerValue('location'))?.split('/').at(-1) ?? '')
  }
}

/** Writes down what goes wrong on a page. */
export function watch(page: Page, origin: string, troubles: Troubles): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) {
      troubles.seen.push(message.text())
    }
  })
  page.on('pageerror', (error) => troubles.seen.push(String(error)))
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(`${origin}/`)) {
      troubles.seen.push(`request to ${request.url()}`)
    }
  })
}

const NO_SUMMARY: Summary = { provider: null, domains: [], errors: 0, advice: 0 }

/** The body of a request that is the bytes of a profile, and their label. */
export const labelled = (content: Uint8Array | string, label: unknown) => ({
  headers: { 'Content-Type': FILE_TYPE, [LABEL]: asLabel(label) },
  data: Buffer.from(content),
})

/** Stores a configuration through the API; every test makes its own. */
export async function store(
  page: Page,
  name: string,
  content: Uint8Array | string,
  domains: string[] = [],
): Promise<ConfigurationItem> {
  const response = await page.request.post(
    '/api/configurations',
    labelled(content, { name, summary: { ...NO_SUMMARY, domains } }),
  )
  expect(response.status()).toBe(201)
  const item: ConfigurationItem = await response.json()
  made.push(item.id)
  return item
}

type Saved = { readonly domains?: string[]; readonly note?: string | undefined }

/** Saves a version on top of `base` through the API, as somebody else does. */
export async function saveElsewhere(
  page: Page,
  id: string,
  base: number,
  content: Uint8Array | string,
  { domains = [], note }: Saved = {},
): Promise<void> {
  const { headers, data } = labelled(content, { summary: { ...NO_SUMMARY, domains }, note })
  const answer = await page.request.put(`/api/configurations/${id}/contents`, {
    headers: { ...headers, 'If-Match': `"${base}"` },
    data,
  })
  expect(answer.status()).toBe(200)
}

/** Opens the page without a configuration, and waits until it answers to clicks: the list comes from the browser. */
export async function home(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.locator('nav[aria-label="Configurations"]').first()).not.toContainText('Loading')
}

/** Stores a profile and opens it in the editor. */
export async function edit(
  page: Page,
  content: Uint8Array | string,
  name = unique('Example'),
): Promise<string> {
  const { id } = await store(page, name, content)
  await page.goto(`/configurations/${id}`)
  await opened(page, name)
  return id
}

/** Answers every question of the browser before the page goes; gives what was asked so far. */
export function questions(page: Page, answer: 'leave' | 'stay'): string[] {
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void (answer === 'leave' ? dialog.accept() : dialog.dismiss())
  })
  return asked
}

/** Waits for the editor of a configuration. */
export async function opened(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

let named = 0
/** A name that no other test uses. */
export const unique = (name: string) => `${name} ${process.pid}-${Date.now().toString(36)}-${++named}`

/** A profile as the New dialog makes it, as XML; `changes` are made in it afterwards, by text. */
export const newProfileXml = (provider: ProviderId, name = 'Example GmbH') =>
  writeXml(profileFor(provider, { name }))

export const fixture = (name: string) => new Uint8Array(readFileSync(`e2e/fixtures/${name}`))

/** The bytes of one download that `act` causes. */
export async function downloadOf(page: Page, act: () => Promise<unknown>): Promise<Download> {
  const waiting = page.waitForEvent('download')
  await act()
  return waiting
}

export const bytesOf = async (download: Download) => new Uint8Array(readFileSync(await download.path()))

/** Exports the open configuration with the choices as they stand. */
export async function exported(page: Page): Promise<Uint8Array> {
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const button = dialog.getByRole('button', { name: 'Download', exact: true })
  await button.waitFor()
  const credentials = dialog.getByRole('radiogroup', { name: 'Credentials in the file' })
  if ((await credentials.count()) > 0) {
    await credentials.getByText('Keep in the file').click()
  }
  const download = await downloadOf(page, () => button.click())
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  return bytesOf(download)
}

/** Plain data of a property list: dicts as objects, integers as bigints, dates as ISO text, data as Base64. */
export function plain(value: PlistValue | undefined): unknown {
  switch (value?.type) {
    case 'dict':
      return Object.fromEntries(value.entries.map(({ key, value: inner }) => [key, plain(inner)]))
    case 'array':
      return value.items.map(plain)
    case 'data':
      return { data: Buffer.from(value.value).toString('base64') }
    default:
      return value?.value
  }
}

export const read = (bytes: Uint8Array) => readPlist(bytes).root

/** The settings of a domain in a profile of the direct form, payload keys left out. */
export function settingsOf(bytes: Uint8Array, domain: string): Record<string, unknown> {
  const payloads = plain(valueAt(read(bytes), ['PayloadContent'])) as Record<string, unknown>[]
  const payload = payloads.find(({ PayloadType }) => PayloadType === domain) ?? {}
  return Object.fromEntries(Object.entries(payload).filter(([key]) => !key.startsWith('Payload')))
}

export const at = (bytes: Uint8Array, path: PlistPath) => plain(valueAt(read(bytes), path))

/** What the server holds of a configuration now; `draft` is what the window of `page` keeps. */
export async function stored(
  page: Page,
  id: string,
): Promise<{ version: number; content: Uint8Array; draft: string | null }> {
  const address = `/api/configurations/${id}`
  const { version, drafts }: Configuration = await (await page.request.get(address)).json()
  const contents = await page.request.get(`${address}/contents`)
  const own = await page.evaluate(() => sessionStorage.getItem('latchkey-window'))
  const kept = drafts.some(({ window }) => window === own)
  // A draft may have been saved since, and is gone then.
  const answer = kept ? await page.request.get(`${address}/drafts/${own}`) : null
  return {
    version,
    content: new Uint8Array(await contents.body()),
    draft: answer?.ok() ? await answer.text() : null,
  }
}

/** Names of all stored configurations. */
export async function storedNames(page: Page): Promise<string[]> {
  const names: string[] = []
  for (let total = 1; names.length < total; ) {
    const answer = await page.request.get(`/api/configurations?sort=name&take=100&skip=${names.length}`)
    const list: ConfigurationList = await answer.json()
    names.push(...list.configurations.map(({ name }) => name))
    total = list.configurations.length === 0 ? 0 : list.total
  }
  return names
}

/** The row of a key in the form (or in a part of it), by its label. */
export function row(within: Page | Locator, title: string): Locator {
  const page = 'page' in within ? within.page() : within
  const hasText = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( · [^·]+)*$`)
  return within.locator('[data-field]').filter({ has: page.locator(':scope > div > label', { hasText }) })
}

/** The text field of a key. */
export const field = (within: Page | Locator, title: string) => row(within, title).getByRole('textbox')

export const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()

/** Opens the XML view and gives its text field. */
export async function openXmlView(page: Page) {
  await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'XML' }).click()
  const editor = page.getByRole('textbox', { name: 'XML of the profile' })
  await expect(editor).toBeVisible()
  return editor
}

export const openForm = (page: Page) =>
  page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Form' }).click()

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Saved · version/ })).toBeVisible()
}

/** Sets a switch: "Not configured", "On" or "Off". */
export const choose = (key: Locator, state: string) =>
  key.getByRole('radiogroup').getByRole('radio', { name: state, exact: true }).click()

/** Opens the list of issues; gives its rows. */
export async function issueList(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: /^Issues/ }).click()
  return page.getByRole('tabpanel', { name: /^Issues/ }).getByRole('listitem')
}

/** Presses Tab until the element has the focus. */
export async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 300; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) {
      return
    }
    await page.keyboard.press(key)
  }
  throw new Error(`Not reached with ${key}: ${wanted}`)
}

export { expect }
