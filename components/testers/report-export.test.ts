import { expect, it } from 'vitest'
import type { TestReport } from '@/lib/api/report'
import { reportHtml } from './report-export'

const hostile = '<script>alert(1)</script>"\'&<img src=x onerror=alert(1)>'
const report: TestReport = {
  kind: 'ropg',
  at: '2026-07-14T16:03:09.500Z',
  durationMs: 410,
  configuration: { name: hostile, version: 3 },
  tested: [{ name: 'User name', value: hostile }],
  findings: [
    {
      check: 'a',
      title: hostile,
      outcome: 'failed',
      sent: hostile,
      received: hostile,
      expected: hostile,
      means: hostile,
      change: hostile,
      reference: { label: hostile, url: hostile },
      certainty: 'inferred',
      remedy: { domain: hostile, path: [hostile] },
    },
  ],
  exchanges: [
    {
      id: '1',
      name: hostile,
      method: 'POST',
      url: hostile,
      sent: [{ name: hostile, value: hostile }],
      body: [{ name: hostile, value: hostile }],
      answer: { status: 400, fields: [], body: hostile },
      failure: hostile,
      timing: { start: 0, end: 271 },
      curl: hostile,
    },
  ],
  token: { header: {}, claims: [{ name: hostile, value: hostile, explanation: hostile, used: true }] },
  mac: [{ topic: hostile, value: hostile, because: hostile, keys: [], claims: [], certain: true }],
  summary: { verdict: 'failed', title: hostile, text: hostile, repair: { title: hostile, edits: [] } },
}
const plain: TestReport = {
  ...report,
  configuration: { name: 'Acme', version: 3, unsaved: true },
  tested: [{ name: 'User name', value: 'grace@acme.example' }],
  findings: [
    { check: 'b', title: 'The issuer matches', outcome: 'passed' },
    {
      check: 'a',
      title: 'The client is not public',
      outcome: 'failed',
      received: 'invalid_client',
      means: 'The application wants a secret.',
      change: 'Allow public client flows.',
    },
    { check: 'c', title: 'The password was sent', outcome: 'skipped', means: 'No answer before.' },
  ],
  summary: { verdict: 'failed', title: 'The client was refused', text: 'Nobody can sign in.' },
}

it('shows what a provider answered as text, whatever it is, and loads nothing', () => {
  const html = reportHtml(report, 'UTC')
  expect(html).not.toMatch(/<script|<img|<link|<iframe|<object|url\(|@import/i)
  expect(html.split('&lt;script&gt;').length).toBeGreaterThan(20)
  expect(html).toContain("default-src 'none'")
})

it('says first how it ended, then what to change, who was tested, and the evidence', () => {
  const html = reportHtml(plain, 'UTC')
  expect(html).toContain('<dt>Means</dt>')
  const told = [
    'The client was refused',
    'Nobody can sign in.',
    'What to change',
    'Allow public client flows.',
    'Acme (version 3, with changes that were not saved)',
    'grace@acme.example',
    'The client is not public',
    'invalid_client',
    'The application wants a secret.',
    'The issuer matches',
    'No answer before.',
    'Evidence',
    'answer 400',
    '271 ms',
  ]
  const places = told.map((text) => html.indexOf(text))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

it('tells times with their zone, in summer and in winter, and in UTC', () => {
  const summer = reportHtml(plain, 'Europe/Berlin')
  expect(summer).toContain('14 July 2026 at 18:03:09 GMT+02:00 (Europe/Berlin)')
  expect(summer).toContain('14 July 2026 at 16:03:09 UTC')
  expect(reportHtml({ ...plain, at: '2026-01-02T23:30:00.000Z' }, 'Asia/Kolkata')).toContain(
    '3 January 2026 at 05:00:00 GMT+05:30 (Asia/Kolkata)',
  )
  expect(reportHtml({ ...plain, at: 'no time' }, 'UTC')).toContain('no time')
})

it('has a look for dark screens and for paper', () => {
  const html = reportHtml(plain, 'UTC')
  expect(html).toContain('prefers-color-scheme:dark')
  expect(html).toMatch(/@page\{size:A4/)
  expect(html).toMatch(/@media print\{.*break-inside:avoid/)
})
