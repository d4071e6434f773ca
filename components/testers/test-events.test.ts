import { afterEach, expect, it, vi } from 'vitest'
import { POST } from '@/app/api/tests/discovery/route'
import { ProfileStore } from '@/components/open-profile/profile-store'
import { admit } from '@/lib/access/pass'
import type { TestEvent } from '@/lib/api/report'
import { writeBinary } from '@/lib/plist/binary/writer'
import { encodeText, type TextEncoding } from '@/lib/plist/text'
import { readXml } from '@/lib/plist/xml/reader'
import { openProfile } from '@/lib/profile/open-profile'
import { testEvents } from './test-events'

afterEach(() => vi.unstubAllGlobals())

const domain = 'com.jamf.connect.login'
const xml = (declared: string) =>
  `<?xml version="1.0" encoding="${declared}"?>\n<plist version="1.0"><dict><key>OIDCProvider</key><string>Custom</string><key>LoginMessage</key><string>Grüße</string></dict></plist>`
const inXml = (declared: string, encoding: TextEncoding, bom = false) =>
  encodeText({ text: xml(declared), encoding, bom })

async function eventsFor(profile: ProfileStore): Promise<TestEvent[]> {
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const headers = { ...(init.headers as Record<string, string>) }
    admit(headers)
    const request = new Request(`http://127.0.0.1${path}`, { ...init, headers })
    return POST(request, { params: Promise.resolve({}) })
  })
  const { signal } = new AbortController()
  const events: TestEvent[] = []
  for await (const event of testEvents('/api/tests/discovery', profile, {}, signal)) {
    events.push(event)
  }
  return events
}

it.each([
  ['UTF-8', inXml('UTF-8', 'utf-8')],
  ['UTF-16', inXml('UTF-16', 'utf-16le', true)],
  ['ISO-8859-1', inXml('ISO-8859-1', 'iso-8859-1')],
  ['binary', writeBinary(readXml(xml('UTF-8')))],
])('a profile that came in %s is tested as it is on the screen', async (_, file) => {
  const profile = new ProfileStore(await openProfile(file, `${domain}.plist`))
  profile.set(domain, ['OIDCDiscoveryURL'], { type: 'string', value: 'http://idp.example.org/nowhere' })
  const events = await eventsFor(profile)
  expect(JSON.stringify(events)).toContain('http://idp.example.org/nowhere')
  expect(events.at(-1)).toMatchObject({ type: 'done' })
})
