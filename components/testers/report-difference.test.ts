import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Exchange } from '@/lib/api/exchange'
import type { Finding, MacStatement, TestReport } from '@/lib/api/report'
import { isNewClaim, isNewParameter } from './new-every-time'
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

const claim = (name: string, value: string) => ({ name, value, explanation: '', used: false })
const statement = (topic: string, value: string, marks: readonly string[] = []): MacStatement => ({
  topic,
  value,
  because: '',
  keys: [],
  claims: [],
  certain: true,
  marks: marks.map((mark) => ({ value: mark, state: 'plain' })),
})
/** A sign-in as one person: what is random or a time is another one for each. */
const signInOf = (name: string, rights: string, groups: readonly string[], random: string) =>
  report({
    kind: 'oidc',
    token: {
      header: {},
      claims: [
        claim('preferred_username', name),
        claim('groups', JSON.stringify(groups)),
        claim('iss', 'https://idp.acme.example'),
        ...['nonce', 'at_hash', 'c_hash', 'iat', 'exp', 'auth_time', 'jti', 'sid'].map((each) =>
          claim(each, random),
        ),
      ],
    },
    mac: [
      statement('Account name', name),
      statement('Rights', rights),
      statement('Groups', `${groups.length} values`, groups),
      statement('Local password', 'The same'),
    ],
    exchanges: [
      {
        ...exchange('Sign-in page', { code: random, code_verifier: random, scope: 'openid' }),
        url: `https://idp.acme.example/authorize?client_id=mac&state=${random}&nonce=${random}&code_challenge=${random}`,
      },
    ],
  })
const ada = signInOf('ada', 'Administrator', ['Mac Admins', 'Staff'], 'one')
const ben = signInOf('ben', 'Standard', ['Staff', 'Guests'], 'other')

it('tells what becomes another one on the Mac and in the ID token, and nothing that is new every time', () => {
  expect(reportDifference(ada, ben)).toEqual({
    checks: [],
    same: 0,
    mac: {
      only: null,
      changes: [
        { name: 'Account name', before: 'ada', after: 'ben' },
        { name: 'Rights', before: 'Administrator', after: 'Standard' },
        { name: 'Groups', before: '2 values\nMac Admins\nStaff', after: '2 values\nGuests\nStaff' },
      ],
    },
    claims: {
      only: null,
      changes: [
        { name: 'preferred_username', before: 'ada', after: 'ben' },
        { name: 'groups', before: '["Mac Admins","Staff"]', after: '["Staff","Guests"]' },
      ],
    },
    tested: [],
    sent: [],
  })
})

it('tells a claim that was added or removed, also one that is new every time', () => {
  const having = (...names: string[]) =>
    report({ token: { header: {}, claims: names.map((name) => claim(name, name)) } })
  expect(reportDifference(having('sub', 'email'), having('sub', 'c_hash')).claims.changes).toEqual([
    { name: 'email', before: 'email', after: null },
    { name: 'c_hash', before: null, after: 'c_hash' },
  ])
})

it('tells a parameter of an address by its name, and one that only one run has sent', () => {
  const [sent] = ben.exchanges
  const changed = {
    ...(sent as Exchange),
    url: 'https://idp.acme.example/authorize?client_id=mini&state=x&nonce=y',
  }
  expect(reportDifference(ada, { ...ada, exchanges: [changed] }).sent[0]?.changes).toEqual([
    { name: 'client_id', before: 'mac', after: 'mini' },
    { name: 'code_challenge', before: 'one', after: null },
  ])
})

it('says in one word that only one run came to a token and to the Mac', () => {
  const { mac, claims } = reportDifference(report({ kind: 'oidc' }), ada)
  expect([mac, claims]).toEqual([
    { only: 'after', changes: [] },
    { only: 'after', changes: [] },
  ])
})

it('leaves out what is random or a time, and no name that says who somebody is', () => {
  expect(
    ['state', 'nonce', 'code', 'code_challenge', 'code_verifier'].filter((name) => !isNewParameter(name)),
  ).toEqual([])
  expect(['sub', 'aud', 'groups', 'email', 'oid', 'upn', 'toString'].filter(isNewClaim)).toEqual([])
  expect(
    ['scope', 'client_id', 'redirect_uri', 'prompt', 'code_challenge_method'].filter(isNewParameter),
  ).toEqual([])
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
      const equal = { only: null, changes: [] }
      const none = {
        checks: [],
        same: one.findings.length,
        mac: equal,
        claims: equal,
        tested: [],
        sent: [],
      }
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
