import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { POST as testDiscovery } from '@/app/api/tests/discovery/route'
import { POST as testOkta } from '@/app/api/tests/okta/route'
import { POST as testPassword } from '@/app/api/tests/ropg/route'
import { after, idle, reportOf } from '@/components/testers/run-state'
import { demoConfigurations } from '@/demo/configurations'
import { startIdentityProvider } from '@/demo/identity-provider'
import { givePasswords, passwordOf, startOktaStandIn } from '@/demo/okta-authn'
import { admit } from '@/lib/access/pass'
import type { TestEvent, TestReport } from '@/lib/api/report'
import { createConfiguration } from '@/lib/library/create'
import { closeLibrary, library } from '@/lib/library/library'
import { GET, POST } from './route'

let folder: string
let id: string
let reports: TestReport[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-report-route-'))
  vi.stubEnv('LATCHKEY_DATA', folder)
  vi.stubEnv('LATCHKEY_ATTEMPTS', folder)
  vi.stubEnv('LATCHKEY_EGRESS_ALLOW', '127.0.0.0/8')
  const summary = { provider: null, domains: [], errors: 0, advice: 0 }
  id = (
    await createConfiguration(await library(), {
      author: 'owner',
      name: 'Acme',
      content: Buffer.from('<dict/>'),
      summary,
    })
  ).id
  reports = await runTests()
}, 240_000)
afterAll(async () => {
  await closeLibrary()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

/** Reports of tests of every configuration of the demo, right and wrong ones. */
async function runTests(): Promise<TestReport[]> {
  const [provider, okta] = await Promise.all([startIdentityProvider(), startOktaStandIn()])
  givePasswords(okta)
  const made: TestReport[] = []
  for (const { name, content } of demoConfigurations(provider.url, okta.url)) {
    const file = { content: Buffer.from(content.content).toString('base64') }
    const credentials = { userName: 'ada@acme.example', password: passwordOf('ada@acme.example') }
    made.push(await run(testDiscovery, name, file))
    made.push(
      name.startsWith('Okta')
        ? await run(testOkta, name, { ...file, ...credentials })
        : await run(testPassword, name, { ...file, ...credentials, app: 'login' }),
    )
  }
  await Promise.all([provider.close(), okta.close()])
  return made.filter(Boolean)
}

async function run(route: typeof POST, name: string, body: unknown): Promise<TestReport> {
  const answer = await call(route, body)
  const events = (await answer.text()).split('\n').filter(Boolean)
  const end = events.map((line) => JSON.parse(line) as TestEvent).reduce(after, idle)
  return reportOf(end, {
    configuration: { name, version: 1 },
    tested: [{ name: 'User', value: 'ada' }],
  }) as TestReport
}

function call(route: typeof POST, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  admit(headers)
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
  return route(new Request('http://127.0.0.1/', init), { params: Promise.resolve({ id }) })
}

it('keeps every report that a test makes as it is', async () => {
  expect(reports.length).toBeGreaterThan(10)
  for (const report of reports) {
    const answer = await call(POST, report)
    expect([answer.status, await answer.clone().text()]).toEqual([201, expect.stringContaining('"id"')])
  }
  const kept = await (await call(GET)).json()
  expect(kept.unreadable).toEqual([])
  const stored: TestReport[] = kept.reports.map(({ report }: { report: TestReport }) => report)
  const ordered = (list: TestReport[]) =>
    list.toSorted((a, b) => (a.at + a.durationMs < b.at + b.durationMs ? -1 : 1))
  expect(ordered(reports)).toMatchObject(ordered(stored))
  expect(ordered(stored).map(withoutNames)).toEqual(ordered(reports).map(withoutNames))
})

/** Statements have names inside the engine, which nothing shows. */
function withoutNames({ mac, ...report }: TestReport) {
  return { ...report, mac: mac.map((statement) => ({ ...statement, id: undefined })) }
}

type Place = { readonly holder: Record<string | number, unknown>; readonly name: string }

/** Every place of a report that holds a text, a number or a list. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) {
    return []
  }
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])])
}

it('refuses a report with anything else in any place of it, and names the place', async () => {
  const { reports: all } = await (await call(GET)).json()
  const lengths: TestReport[] = all.map(({ report }: { report: TestReport }) => ({ ...report, token: null }))
  const richest = lengths.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]
  const wrongs = [
    { evil: 1 },
    'x'.repeat(300_000),
    -3.5,
    true,
    [[]],
    Array.from({ length: 2000 }, () => ({})),
  ]
  const count = placesIn(richest).length
  await fc.assert(
    fc.asyncProperty(fc.nat(count - 1), fc.constantFrom(...wrongs), async (at, wrong) => {
      const spoilt = structuredClone(richest)
      const place = placesIn(spoilt)[at] as Place
      const before = place.holder[place.name]
      fc.pre(typeof before !== typeof wrong || typeof wrong === 'string' || Array.isArray(before))
      place.holder[place.name] = wrong
      const answer = await call(POST, spoilt)
      expect([place.name, answer.status]).toEqual([place.name, 400])
      expect((await answer.json()).message).toMatch(
        /^This is not a report as a test makes it \(.+\)\. Run the test again, then keep its report\.$/,
      )
    }),
    { numRuns: 60 },
  )
})

it('refuses further fields, links to scripts, and endless nesting', async () => {
  const [report] = reports
  const finding = { ...report?.findings[0], reference: { label: 'x', url: 'javascript:alert(1)' } }
  let nested: unknown = []
  for (let depth = 0; depth < 2000; depth += 1) {
    nested = [nested]
  }
  for (const spoilt of [
    { ...report, html: '<script>' },
    { ...report, findings: [finding] },
    { ...report, findings: [nested] },
    { ...report, token: { header: { nested }, claims: [] } },
    nested,
    null,
    'report',
  ]) {
    const answer = await call(POST, spoilt)
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'bad-body'])
  }
})
