import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestEvent } from '../../api/report'
import { examplesOf } from '../diagnosis/examples'
import { requestsOf } from '../diagnosis/row'
import { oktaAuthn } from '../diagnosis/rows/okta-authn'
import { passwordTable } from '../ropg/password-table'
import { okta, owner, tools } from './fixtures/drive'
import { testOkta } from './test-okta'

let body = ''
let status = 200
const server = createServer((request, response) => {
  request.resume()
  response
    .writeHead(status, { 'Content-Type': body.startsWith('{') ? 'application/json' : 'text/html' })
    .end(body)
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

async function answered(text: string, code: number): Promise<TestEvent[]> {
  body = text
  status = code
  const { port } = server.address() as AddressInfo
  const settings = okta(`http://127.0.0.1:${port}`)
  const events: TestEvent[] = []
  for await (const event of testOkta({ settings, userName: 'eli', password: 'a good one', owner }, tools)) {
    events.push(event)
  }
  return events
}

const findings = (events: readonly TestEvent[]) =>
  events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []))
const summaryOf = (events: readonly TestEvent[]) =>
  events.flatMap((event) => (event.type === 'done' ? [event.summary] : []))[0]

const table = passwordTable()
const answers = oktaAuthn
  .filter((row) => requestsOf(row).includes('password-check'))
  .flatMap((row) => examplesOf(row).map(({ text = '' }) => ({ row: row.id, text })))

test.each([{ row: 'okta-s-success', text: '{"status":"SUCCESS"}' }, ...answers])(
  'the Okta test says what the table says: $row $text',
  async ({ row, text }) => {
    const events = await answered(text, text.includes('"errorCode"') ? 403 : 200)
    const own = table.find((each) => each.row === row)
    const told = findings(events).find(({ check }) => check === 'okta.password')
    expect(own?.title).toContain(told?.title)
    expect(told?.title).toMatch(own?.right === 'yes' ? /^The password is right/ : /./)
    expect(told?.outcome === 'passed').toBe(own?.right === 'yes' && !text.includes('"errorCode"'))
    expect(told?.row).toBe(told?.outcome === 'passed' ? undefined : row)
    const summary = summaryOf(events)
    if (summary !== undefined && row !== 'okta-s-success') {
      expect([summary.title, summary.verdict]).toEqual([
        own?.title,
        own?.right === 'yes' ? 'warning' : 'failed',
      ])
      expect(summary.repair?.title ?? null).toBe(own?.repair)
    }
  },
)

test.each([
  ['{"errorCode":"E0009999","errorSummary":"News"}', 400, /: Latchkey does not know this error/],
  ['{"errorCode":"E0009999","errorSummary":"News"}', 500, /: the identity provider failed/],
  ['{"errorCode":"E0000047","errorSummary":"Slow"}', 429, /: the rate limit is reached/],
  ['<h1>Too many</h1>', 429, /: the identity provider failed or is too busy/],
  ['<h1>Bad gateway</h1>', 502, /: the identity provider failed or is too busy/],
])('%s with %i leaves open whether the password is right', async (text, code, reason) => {
  const events = await answered(text, code)
  const titles = [summaryOf(events)?.title ?? '', ...findings(events).map(({ title }) => title)]
  expect(titles[0]).toMatch(/^Not known whether the password is right: /)
  expect(titles[0]).toMatch(reason)
  expect(titles.join('\n')).not.toMatch(/did not accept|does not let|does not answer as Okta/)
})
