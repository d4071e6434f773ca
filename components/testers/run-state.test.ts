import { describe, expect, it } from 'vitest'
import type { Finding, TestEvent } from '@/lib/api/report'
import { broken, idle, after as plus, reportOf } from './run-state'

const finding = (check: string, outcome: Finding['outcome']): TestEvent => ({
  type: 'finding',
  finding: { check, title: check, outcome },
})
const started: TestEvent = { type: 'started', kind: 'oidc', at: '2026-11-22T09:00:00Z', checks: [] }
const done: TestEvent = {
  type: 'done',
  durationMs: 120,
  summary: { verdict: 'passed', title: 'The user can sign in', text: '' },
}

describe('a run', () => {
  it('replaces the finding of a check that reports again', () => {
    const state = [started, finding('a', 'skipped'), finding('b', 'passed'), finding('a', 'passed')].reduce(
      plus,
      idle,
    )
    expect(state.findings.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      'b passed',
      'a passed',
    ])
  })

  it('keeps the findings of its first part when it goes on after the sign-in', () => {
    const waiting: TestEvent = {
      type: 'continue',
      next: {
        kind: 'authorize',
        url: 'https://idp.example.com',
        redirectUri: 'https://127.0.0.1',
        catcher: 'paste',
      },
    }
    const first = [started, finding('a', 'passed'), waiting].reduce(plus, idle)
    expect(first.phase).toBe('waiting')
    const second = [started, finding('b', 'passed'), done].reduce(plus, first)
    expect(second.findings).toHaveLength(2)
    expect(second.phase).toBe('done')
  })

  it('asks for the answer of a sign-in once more when one did not get through, and for no other', () => {
    const next = {
      kind: 'authorize',
      url: 'https://id.fabrikam.test',
      redirectUri: 'https://127.0.0.1/x',
      catcher: 'paste',
    } as const
    const first = [started, finding('a', 'passed')].reduce(plus, idle)
    expect(broken(first, next)).toMatchObject({ phase: 'waiting', next })
    expect(broken(first, null)).toMatchObject({ phase: 'done', next: null })
    expect(broken(idle, null)).toMatchObject({ phase: 'idle', next: null })
  })

  it('keeps the question of Okta on the screen while its answer is under way, and no other', () => {
    const prompt = { handle: 'h', title: 'Approve the push', text: '', actions: [], number: 42 }
    const okta: TestEvent = { type: 'continue', next: { kind: 'okta', status: 'MFA_CHALLENGE', prompt } }
    const asked = [started, okta].reduce(plus, idle)
    expect(plus(asked, started).next).toBe(asked.next)
    expect(plus(asked, done).next).toBeNull()
  })

  it('puts the exchanges of its second part behind those of the first', () => {
    const exchange = (id: string): TestEvent => ({
      type: 'exchange',
      exchange: {
        id,
        name: 'Token',
        method: 'POST',
        url: 'https://idp.example.com',
        sent: [],
        timing: { start: 5, dns: 6, end: 20 },
        curl: '',
      },
    })
    const { exchanges } = [started, exchange('1'), started, exchange('2')].reduce(plus, idle)
    expect(exchanges.map(({ timing }) => timing)).toEqual([
      { start: 5, dns: 6, end: 20 },
      { start: 25, dns: 26, end: 40 },
    ])
  })

  it('is a report only when it is finished', () => {
    const configuration = { name: 'Acme', version: 3 }
    const ran = { configuration, tested: [{ name: 'User name', value: 'ada' }] }
    expect(reportOf([started].reduce(plus, idle), ran)).toBeNull()
    expect(reportOf([started, done].reduce(plus, idle), ran)).toMatchObject({
      kind: 'oidc',
      durationMs: 120,
      ...ran,
    })
  })
})
