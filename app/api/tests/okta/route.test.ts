import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { standInPassword } from '@/demo/okta/users'
import { type OktaStandIn, startOktaStandIn } from '@/demo/okta-authn'
import { admit } from '@/lib/access/pass'
import type { TestEvent } from '@/lib/api/report'
import { closeLibrary } from '@/lib/library/library'
import { POST as answer } from './answer/route'
import { POST as start } from './route'

let folder: string
let standIn: OktaStandIn
const context = { params: Promise.resolve({}) }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-okta-'))
  standIn = await startOktaStandIn()
  process.env.LATCHKEY_DATA = folder
  process.env.LATCHKEY_EGRESS_ALLOW = '127.0.0.0/8'
})
afterAll(async () => {
  await closeLibrary()
  await standIn.close()
  await rm(folder, { recursive: true })
})

function profile(): string {
  const host = standIn.url.replace('http://', '')
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>OIDCProvider</key><string>Okta</string><key>AuthServer</key><string>${host}</string></dict></plist>`,
  ).toString('base64')
}

const file = () => ({ content: profile(), fileName: 'com.jamf.connect.login.plist' })

function request(body: unknown, cookie = ''): Request {
  const headers: Record<string, string> = { 'content-type': 'application/json', cookie }
  admit(headers)
  return new Request('http://127.0.0.1/api/tests/okta', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
}

async function eventsOf(response: Response): Promise<TestEvent[]> {
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson'])
  return (await response.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TestEvent)
}

function handleIn(events: readonly TestEvent[]): string {
  const last = events.at(-1)
  return last?.type === 'continue' && last.next.kind === 'okta' ? last.next.prompt.handle : ''
}

it('a sign-in goes on over requests of the browser that began it, and of no other', async () => {
  const credentials = { userName: 'sms@example.com', password: standInPassword }
  const begun = await start(request({ ...file(), ...credentials }), context)
  const line = begun.headers.get('set-cookie') ?? ''
  expect(line).toMatch(/^latchkey-okta=[\w-]{43}; Path=\/api\/tests\/okta; HttpOnly; SameSite=Strict$/)
  const cookie = line.split(';')[0] ?? ''
  const handle = handleIn(await eventsOf(begun))
  expect(handle).toMatch(/^[\w-]{43}$/)

  const step = { ...file(), handle, action: 'factor', factor: 'sms1' }
  for (const foreign of ['', `latchkey-okta=${'A'.repeat(43)}`]) {
    const refused = await answer(request(step, foreign), context)
    expect(refused.status).toBe(404)
    expect(await refused.json()).toMatchObject({ code: 'no-such-sign-in' })
  }
  const asked = await eventsOf(await answer(request(step, `other=1; ${cookie}`), context))
  expect(asked.at(-1)).toMatchObject({ next: { prompt: { input: { kind: 'code' } } } })
  const last = await eventsOf(
    await answer(request({ handle, action: 'submit', value: '424242' }, cookie), context),
  )
  expect(last.at(-1)).toMatchObject({ type: 'done', summary: { verdict: 'passed' } })
  expect((await answer(request({ handle, action: 'poll' }, cookie), context)).status).toBe(404)
  expect(standIn.open()).toBe(0)
})

it('a second wrong password of the same kind is not sent', async () => {
  const wrong = { ...file(), userName: 'plain@example.com', password: 'not this one' }
  const first = await eventsOf(await start(request(wrong), context))
  const calls = standIn.calls.length
  const second = await eventsOf(await start(request(wrong), context))
  expect(first.at(-1)).toMatchObject({
    summary: { title: 'The identity provider refused; the user name or the password may be wrong' },
  })
  expect(second.at(-1)).toMatchObject({ summary: { title: 'The password was not tried' } })
  expect(standIn.calls.length).toBe(calls)
})

it('a request that is not for this route is refused', async () => {
  expect((await start(request({ ...file(), userName: '', password: 'x' }), context)).status).toBe(400)
  expect((await answer(request({ handle: 'short', action: 'poll' }), context)).status).toBe(400)
})
