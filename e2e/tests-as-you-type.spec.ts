import { createServer, type Socket } from 'node:net'
import type { Page, Request } from '@playwright/test'
import { freePort } from '../server/fixtures/free-port'
import { edit, row } from './app'
import { demoProfile, expect, test } from './tests-app'

const wellKnown = '/.well-known/openid-configuration'
const isProbe = (request: Request) => request.url().endsWith('/api/tests/discovery')

/** The tests that the page asks for, and those of them that it gave up. */
function probesOf(page: Page) {
  const probes = { asked: 0, ended: 0 }
  page.on('request', (request) => {
    probes.asked += isProbe(request) ? 1 : 0
  })
  page.on('requestfailed', (request) => {
    probes.ended += isProbe(request) ? 1 : 0
  })
  return probes
}

test('an address is asked once its typing has stopped, and the next key press ends that', async ({
  page,
  world,
}) => {
  // Takes connections and never says a word.
  const sockets = new Set<Socket>()
  const silent = createServer((socket) => {
    sockets.add(socket)
    socket
      .on('close', () => sockets.delete(socket))
      .on('error', () => undefined)
      .resume()
  })
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const address = silent.address()
  const port = typeof address === 'object' ? address?.port : 0
  try {
    const probes = probesOf(page)
    await edit(page, demoProfile(world, 'Everything works'))
    const field = row(page, 'Discovery URL')
    const text = field.getByRole('textbox')
    await expect(field.getByRole('switch', { name: 'Check as you type' })).toBeChecked()
    // Neither opening the page nor going into the field asks anything.
    await text.press('End')
    await page.waitForTimeout(1500)
    expect(probes.asked).toBe(0)
    // What is said of the address as text comes and goes with each key press; the status keeps its place.
    const height = async () => (await field.getByRole('status').locator('..').boundingBox())?.height
    await text.fill(`https://127.0.0.1:${port}/.well-known/openid-configuratio`)
    await page.waitForTimeout(1500)
    expect(probes.asked).toBe(0)
    const before = await height()
    await text.press('n')
    await expect(field.getByRole('status')).toHaveText('Asking the identity provider…')
    await expect.poll(() => sockets.size).toBe(1)
    expect(await height()).toBe(before)
    expect(probes).toEqual({ asked: 1, ended: 0 })
    await text.press('Backspace')
    await expect.poll(() => probes.ended).toBe(1)
    await expect.poll(() => sockets.size).toBe(0)
    await expect(field.getByRole('status')).toBeEmpty()
    // Typed key by key, it is asked once.
    await text.fill('')
    await text.pressSequentially(`https://127.0.0.1:${await freePort()}${wellKnown}`, { delay: 20 })
    await expect(field.getByRole('status')).toHaveText('Failed: The identity provider does not answer')
    expect(probes.asked).toBe(2)
    expect(await height()).toBe(before)
    await field.getByRole('button', { name: /^Why/ }).click()
    await expect(field).toContainText(/refuse/)
  } finally {
    silent.close()
    for (const socket of sockets) {
      socket.destroy()
    }
  }
})

test('turned off, an address is asked only when wanted, and it stays off', async ({ page, world }) => {
  const probes = probesOf(page)
  await edit(page, demoProfile(world, 'Everything works'))
  const field = row(page, 'Discovery URL')
  const follow = field.getByRole('switch', { name: 'Check as you type' })
  await follow.click()
  await page.reload()
  await expect(follow).not.toBeChecked()
  await field.getByRole('textbox').fill(`https://127.0.0.1:${await freePort()}${wellKnown}`)
  await page.waitForTimeout(1500)
  expect(probes.asked).toBe(0)
  await field.getByRole('textbox').fill(`${world.provider.url}${wellKnown}`)
  await field.getByRole('button', { name: 'Check this address' }).click()
  // The demo provider is on plain http, which a Mac could not use: that is the one thing left to say.
  await expect(field.getByRole('status')).toHaveText('Warning: Not all endpoints are https addresses')
  expect(probes.asked).toBe(1)
})
