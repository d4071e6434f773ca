import { afterAll, beforeAll, expect, it } from 'vitest'
import { admit } from '@/lib/access/pass'
import type { TestEvent } from '@/lib/api/report'
import { forbiddenUrls } from '@/lib/egress/fixtures/forbidden-urls'
import type { Listener } from '@/lib/egress/fixtures/listen'
import { isWebAddress } from '@/lib/schema/web-address'
import { each, exchangesOf, findingOf, refuses, startCanary } from '@/lib/testers/fixtures/forbidden-targets'
import { POST } from './route'

let canary: Listener
beforeAll(async () => {
  delete process.env.LATCHKEY_EGRESS_ALLOW
  canary = await startCanary()
})
afterAll(() => canary.close())

/** Sends a login window property list with this discovery URL, as the field under it does. */
async function probe(address: string): Promise<TestEvent[]> {
  const text = address.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const plist = `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>OIDCProvider</key><string>Custom</string><key>OIDCDiscoveryURL</key><string>${text}</string></dict></plist>`
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  admit(headers)
  const content = Buffer.from(plist).toString('base64')
  const body = JSON.stringify({ content, fileName: 'com.jamf.connect.login.plist' })
  const request = new Request('http://127.0.0.1/api/tests/discovery', { method: 'POST', headers, body })
  const response = await POST(request, { params: Promise.resolve({}) })
  expect([address, response.status]).toEqual([address, 200])
  return (await response.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TestEvent)
}

it('the server asks no spelling of a forbidden target that a profile brings, with the policy it has by default', async () => {
  const addresses = forbiddenUrls(canary.port)
  expect(addresses.length).toBeGreaterThanOrEqual(120)
  await each(addresses, async (address) => {
    const events = await probe(address)
    expect([address, events.at(-1)]).toMatchObject([
      address,
      { type: 'done', summary: { verdict: 'failed' } },
    ])
    if (findingOf(events, 'discovery.address')?.outcome === 'failed') {
      expect([address, isWebAddress(address), exchangesOf(events)]).toEqual([address, false, []])
    } else {
      const means = findingOf(events, 'discovery.reachable')?.means
      expect([address, means, refuses(means, address)]).toEqual([address, means, true])
    }
  })
  expect(canary.taken()).toBe(0)
})
