import { expect, it } from 'vitest'
import type { Finding } from '@/lib/api/report'
import { discoveryVerdict } from './discovery-verdict'
import { idle } from './run-state'

const finding = (outcome: Finding['outcome'], title: string): Finding => ({
  check: title,
  title,
  outcome,
  means: 'It means this.',
})
const timing = { start: 10, end: 94.4 }
const exchange = { id: '1', name: 'Discovery', method: 'GET', url: '', sent: [], timing, curl: '' }

it('says how fast the document came when everything fits', () => {
  const state = {
    ...idle,
    findings: [finding('passed', 'a'), finding('skipped', 'b')],
    exchanges: [exchange],
  }
  expect(discoveryVerdict(state)).toEqual({ outcome: 'passed', text: 'Reached in 84 ms. The document fits.' })
})

it('says the first thing that failed, before warnings', () => {
  const findings = [finding('warning', 'The clocks agree'), finding('failed', 'The issuer matches')]
  const verdict = discoveryVerdict({ ...idle, findings })
  expect(verdict.outcome).toBe('failed')
  expect(verdict.text).toBe('Failed: The issuer matches')
  expect(verdict.detail).toBe('It means this.')
})
