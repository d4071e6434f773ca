import { afterAll, beforeAll, expect, test } from 'vitest'
import { examplesOf } from '../diagnosis/examples'
import { requestsOf } from '../diagnosis/row'
import { diagnosisRows } from '../diagnosis/rows'
import { runRopg, settingsOf } from './fixtures/run'
import { json, startTokenServer } from './fixtures/token-server'
import { passwordTable } from './password-table'

let server: Awaited<ReturnType<typeof startTokenServer>>
let body: unknown
beforeAll(async () => {
  server = await startTokenServer((response) => json(response, 400, body))
})
afterAll(() => server.close())

const table = passwordTable()
/** Whether a secret was sent is always known here, so that the rows for either case win. */
const outdone = ['invalid-client', 'unauthorized-client']
const answers = diagnosisRows
  .filter((row) => requestsOf(row).includes('password-check'))
  .filter(({ id, provider, match }) => provider === 'any' && !match.symptom && !outdone.includes(id))
  .flatMap((row) => examplesOf(row).map((example) => ({ row: row.id, example })))

test.each(answers)('the test says what the table says: $row', async ({ row, example }) => {
  body = { error: example.error, error_description: example.description }
  const settings = settingsOf({
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
    OIDCROPGID: 'mac',
    ...(example.secret === 'sent' ? { ROPGClientSecret: 'letters' } : {}),
  })
  const { summary } = await runRopg({ settings, userName: 'eli', password: 'a good one' })
  const own = table.filter((each) => each.row === row).map(({ title, repair }) => ({ title, repair }))
  expect(own).toContainEqual({ title: summary.title, repair: summary.repair?.title ?? null })
})
