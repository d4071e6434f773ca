import { expect, it } from 'vitest'
import type { TestReport } from '@/lib/api/report'
import { reportHtml } from './report-export'

const hostile = '<script>alert(1)</script>"\'&'
const report: TestReport = {
  kind: 'ropg',
  at: '2026-11-22T09:00:00Z',
  durationMs: 410,
  configuration: { name: hostile, version: 3 },
  findings: [{ check: 'a', title: hostile, outcome: 'failed', received: hostile, means: hostile }],
  exchanges: [
    {
      id: '1',
      name: hostile,
      method: 'POST',
      url: hostile,
      sent: [],
      answer: { status: 400, fields: [], body: hostile },
      timing: { start: 0, end: 271 },
      curl: hostile,
    },
  ],
  token: { header: {}, claims: [{ name: hostile, value: hostile, explanation: hostile, used: true }] },
  mac: [{ topic: hostile, value: hostile, because: hostile, keys: [], claims: [], certain: true }],
  summary: { verdict: 'failed', title: hostile, text: hostile },
}

it('shows what a provider answered as text, whatever it is', () => {
  const html = reportHtml(report)
  expect(html).not.toContain('<script>alert')
  expect(html.split('&lt;script&gt;').length).toBeGreaterThan(12)
})

it('names configuration, outcome, answer and duration', () => {
  const html = reportHtml({ ...report, configuration: { name: 'Acme', version: 3 } })
  for (const part of ['Acme, version 3', 'failed', '400', '271 ms', 'ropg test']) {
    expect(html).toContain(part)
  }
})
