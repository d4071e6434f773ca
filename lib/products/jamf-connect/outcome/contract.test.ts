import { expect, test } from 'vitest'
import type * as report from '../../../api/report'
import { explainClaims } from './explain-claims'
import { configured, tokens } from './fixtures/settings'
import { onTheMac } from './on-the-mac'
import { summaryOfSignIn } from './summary'

test('gives what a report holds', () => {
  const settings = configured({ OIDCProvider: 'Okta-OIDC', OIDCAdmin: ['mac-admins'] })
  const mac = onTheMac({ settings, claims: tokens.okta })
  const statements: readonly report.MacStatement[] = mac
  const claims: readonly report.ExplainedClaim[] = explainClaims(tokens.okta, settings)
  const summary: report.Summary = summaryOfSignIn(mac)
  expect(statements.map(({ topic }) => topic)).toContain('Rights')
  expect(claims.map(({ name }) => name)).toEqual(Object.keys(tokens.okta))
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary)
})
