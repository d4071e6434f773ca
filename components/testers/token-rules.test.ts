import { expect, it } from 'vitest'
import type { Finding } from '@/lib/api/report'
import { tokenRules } from './token-rules'

const finding = (check: string, outcome: Finding['outcome'] = 'passed'): Finding => ({
  check,
  title: check,
  outcome,
})

it('names the rules of the token after their checks, with how they came out', () => {
  const findings = [
    finding('discovery.keys'),
    finding('id-token.signature', 'failed'),
    finding('id-token.issued-at'),
    finding('id-token.at-hash', 'warning'),
    finding('id-token.nonce', 'skipped'),
  ]
  expect(tokenRules(findings).map(({ label, outcome }) => `${label} ${outcome}`)).toEqual([
    'signature failed',
    'issued at passed',
    'at_hash warning',
  ])
})

it('takes the rules of the sign-in page only when the token endpoint gave no token', () => {
  const front = finding('front-id-token.nonce')
  expect(tokenRules([front, finding('id-token.nonce', 'skipped')])).toMatchObject([{ check: front.check }])
  expect(tokenRules([front, finding('id-token.issuer')])).toMatchObject([{ check: 'id-token.issuer' }])
  expect(tokenRules([finding('ropg.tokens')])).toEqual([])
})
