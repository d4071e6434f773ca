import { expect, test } from 'vitest'
import { discoveryChecks } from './discovery/test-discovery'
import { oidcFinishChecks } from './oidc/finish'
import { startChecks } from './oidc/start'
import { factorListCheck } from './okta-authn/factor-advice'
import { checks as oktaChecks } from './okta-authn/references'
import { targetChecks } from './okta-authn/target'
import { answerChecks } from './ropg/answer-checks'
import { attemptChecks } from './ropg/attempt-checks'
import { planDiscoveryChecks } from './ropg/discovery-checks'
import { passwordTokenRules, presenceCheck } from './ropg/id-token-checks'
import { preparationChecks } from './ropg/preparation-checks'
import type { CheckName } from './run-checks'

/** They pass, or are skipped: there is nothing that they fail for. */
const only = ['discovery.iss-parameter', 'oidc.refresh', 'okta.network']

/** Every list of checks that can fail or warn. */
const tables: Readonly<Record<string, readonly CheckName[]>> = {
  discovery: discoveryChecks.filter(({ id }) => !only.includes(id)),
  'the sign-in': [...startChecks, ...oidcFinishChecks(null)].filter(({ id }) => !only.includes(id)),
  'the password test': [
    ...preparationChecks,
    ...planDiscoveryChecks,
    ...attemptChecks,
    ...answerChecks,
    presenceCheck,
    ...passwordTokenRules,
  ],
  'the Okta test': [...targetChecks, ...Object.values(oktaChecks), factorListCheck].filter(
    ({ id }) => !only.includes(id),
  ),
}

test.each(Object.entries(tables))('every check of %s says what is so when it does not pass', (_, checks) => {
  const untold = checks.filter(({ failedTitle, warningTitle }) => (failedTitle ?? warningTitle) === undefined)
  expect(untold.map(({ id }) => id)).toEqual([])
  for (const { id, title, failedTitle, warningTitle } of checks) {
    for (const other of [failedTitle, warningTitle]) {
      expect(other, id).not.toBe(title)
      expect(other ?? '', id).not.toMatch(/\.$|!|does not hold/)
    }
  }
})
