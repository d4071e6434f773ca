import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Exchange } from '@/lib/api/exchange'
import type { Finding, TestReport } from '@/lib/api/report'
import { reportDifference } from './report-difference'

const outcomes = ['passed', 'failed', 'warning', 'skipped'] as const
const finding = (check: string, outcome: Finding['outcome']): Finding => ({
  check,
  title: `${check} ${outcome}`,
  outcome,
})
const exchange = (name: string, body: Record<string, string>): Exchange => ({
  id: name,
  name,
  method: 'POST',
  url: 'https://idp.acme.example/token',
  sent: [{ name: 'Content-Length', value: String(JSON.stringify(body).length) }],
  body: Object.entries(body).map(([field, value]) => ({ name: field, value })),
  timing: { start: 0, end: 3 },
  curl: '',
})
const report = (given: Partial<TestReport>): TestReport => ({
  kind: 'ropg',
  at: '2026-05-04T08:00:00.000Z',
  durationMs: 5,
  configuration: { name: 'Acme', version: 1 },
  findings: [],
  exchanges: [],
  token: null,
  mac: [],
  summary: { verdict: 'passed', title: 'Done', text: '' },
  ...given,
})

it('tells by check what came out differently, and what only one run made', () => {
  const before = report({
    findings: [finding('a', 'failed'), finding('b', 'passed'), finding('c', 'passed')],
  })
  const after = report({
    findings: [finding('a', 'passed'), finding('b', 'passed'), finding('d', 'warning')],
  })
  expect(reportDifference(before, after)).toMatchObject({
    checks: [
      { check: 'a', title: 'a passed', before: 'failed', after: 'passed' },
      { check: 'd', before: null, after: 'warning' },
      { check: 'c', before: 'passed', after: null },
    ],
    same: 1,
  })
})

it('tells what was tested and sent differently, and no length that follows from it', () => {
  const before = report({
    tested: [{ name: 'User name', value: 'ada' }],
    exchanges: [exchange('Token', { scope: 'openid', username: 'ada' }), exchange('Token', { scope: 'x' })],
  })
  const after = report({
    tested: [
      { name: 'User name', value: 'grace' },
      { name: 'ROPGScopes', value: 'openid email' },
    ],
    exchanges: [
      exchange('Token', { scope: 'openid email', username: 'ada' }),
      exchange('Token', { scope: 'x' }),
    ],
  })
  expect(reportDifference(before, after)).toMatchObject({
    tested: [
      { name: 'User name', before: 'ada', after: 'grace' },
      { name: 'ROPGScopes', before: null, after: 'openid email' },
    ],
    sent: [{ request: 'Token', changes: [{ name: 'scope', before: 'openid', after: 'openid email' }] }],
  })
})

it('tells the address alone of a request that only one run has sent', () => {
  const after = report({ exchanges: [exchange('Token', { scope: 'openid' })] })
  expect(reportDifference(report({}), after).sent).toEqual([
    {
      request: 'Token',
      changes: [{ name: 'Address', before: null, after: 'POST https://idp.acme.example/token' }],
    },
  ])
})

const reports = fc
  .record({
    findings: fc.uniqueArray(
      fc.record({ check: fc.constantFrom('a', 'b', 'c', 'd', 'e'), outcome: fc.constantFrom(...outcomes) }),
      { selector: ({ check }) => check },
    ),
    tested: fc.array(fc.record({ name: fc.constantFrom('x', 'y', 'toString'), value: fc.string() })),
    exchanges: fc.array(
      fc.tuple(
        fc.constantFrom('Discovery', 'Token'),
        fc.dictionary(fc.constantFrom('scope', 'user'), fc.string()),
      ),
    ),
  })
  .map(({ findings, tested, exchanges }) =>
    report({
      findings: findings.map(({ check, outcome }) => finding(check, outcome)),
      tested,
      exchanges: exchanges.map(([name, body]) => exchange(name, body)),
    }),
  )

it('tells nothing of equal reports, and the same in both directions', () => {
  fc.assert(
    fc.property(reports, reports, (one, other) => {
      const none = { checks: [], same: one.findings.length, tested: [], sent: [] }
      expect(reportDifference(one, structuredClone(one))).toEqual(none)
      const there = reportDifference(one, other)
      const back = reportDifference(other, one)
      expect(back.same).toBe(there.same)
      const sides = (checks: typeof there.checks, way: 'there' | 'back') =>
        checks
          .map(({ check, before, after }) =>
            way === 'there' ? `${check} ${before} ${after}` : `${check} ${after} ${before}`,
          )
          .toSorted()
      expect(sides(back.checks, 'back')).toEqual(sides(there.checks, 'there'))
    }),
  )
})
