import type { Finding, Outcome, Summary, TestEvent } from '../../api/report'
import { explainClaims } from '../../products/jamf-connect/outcome/explain-claims'
import { onTheMac } from '../../products/jamf-connect/outcome/on-the-mac'
import type { Settings } from '../../schema/settings'
import type { AttemptLedger } from '../attempt-ledger'
import { clientSettings } from '../client-settings'
import type { IdTokenContext } from '../id-token/rule'
import { formsInStatements } from '../quoted-forms'
import { type Check, runChecks, titlesOf } from '../run-checks'
import { streamTest, type TestRun } from '../stream-test'
import type { TestTools } from '../tools'
import { answerChecks, said } from './answer-checks'
import { attemptChecks, settle } from './attempt-checks'
import type { PasswordContext } from './context'
import { planDiscoveryChecks, relocated } from './discovery-checks'
import { passwordTokenRules, presenceCheck, tokenContext } from './id-token-checks'
import { type CheckingApp, passwordPlan } from './plan'
import { preparationChecks } from './preparation-checks'
import type { SecretPlace } from './secret-place'
import { summarize } from './summary'

export type RopgInput = {
  readonly settings: Settings
  readonly app: CheckingApp
  readonly userName: string
  /** Lives as long as this object; it reaches the token endpoint and nothing else. */
  readonly password: string
  readonly secretPlace?: SecretPlace
}

export type RopgTools = TestTools & { readonly attempts: AttemptLedger }

const ownChecks: readonly Check<PasswordContext>[] = [
  ...preparationChecks,
  ...planDiscoveryChecks,
  ...attemptChecks,
  ...answerChecks,
  presenceCheck,
]

/** Names of the checks of the password test, in their order. */
export const ropgChecks: readonly string[] = [...ownChecks, ...passwordTokenRules].map(({ id }) => id)

/**
 * Asks the token endpoint for tokens with a user name and a password, once, as the background check of Jamf Connect
 * does, and says what Jamf Connect would make of the answer.
 */
export function testRopg(input: RopgInput, tools: RopgTools): AsyncGenerator<TestEvent, void> {
  const { now, signal } = tools
  const options = {
    kind: 'ropg',
    checks: ropgChecks,
    userName: input.userName,
    now,
    ...(signal === undefined ? {} : { signal }),
  } as const
  return streamTest(options, async (run) => {
    const context = prepare(input, tools, run)
    try {
      return await check(context, run)
    } finally {
      // Cancelled, or a defect: what was sent may have been counted by the provider.
      await settle(context, context.sentAt === undefined ? 'not-sent' : 'failed')
    }
  })
}

function prepare(input: RopgInput, tools: RopgTools, run: TestRun): PasswordContext {
  const { settings, userName, password } = input
  const { door, later, conceal, quote } = run
  const egress = tools.openEgress({ ...door, later })
  const plan = passwordPlan(settings, input.app)
  conceal('password', password)
  if (plan.secret.value !== '') {
    conceal('client_secret', plan.secret.value)
  }
  const client = { ...clientSettings(settings), provider: plan.provider, tenant: plan.tenant.value }
  const discovery = { egress, settings, client, address: plan.address, now: tools.now }
  return {
    egress,
    settings,
    plan,
    discovery,
    attempts: tools.attempts,
    now: tools.now,
    userName,
    password,
    conceal,
    quote,
    ...(input.secretPlace === undefined ? {} : { secretPlace: input.secretPlace }),
  }
}

async function check(context: PasswordContext, run: TestRun): Promise<Summary> {
  const outcomes = new Map<string, Outcome>()
  const found: Finding[] = []
  const apply = async (findings: AsyncGenerator<Finding>) => {
    for await (const finding of findings) {
      const placed = relocated(finding, context.plan)
      found.push(placed)
      run.finding(placed)
    }
  }
  const options = { signal: run.signal, outcomes }
  await apply(runChecks(ownChecks, context, options))
  const token = tokenContext(context)
  const titles = titlesOf([...ownChecks, ...passwordTokenRules])
  await apply(runChecks(passwordTokenRules, token, { ...options, titles }))
  explain(context, token, found, run)
  return summarize(found, context)
}

/** What the token says, and what happens on the Mac; claims of a token that is not to be trusted decide nothing. */
function explain(
  context: PasswordContext,
  token: IdTokenContext | null,
  found: readonly Finding[],
  run: TestRun,
): void {
  const { settings, userName, verdict } = context
  const parsed = token?.token
  if (parsed !== undefined) {
    const { header, claims } = parsed
    run.quote(formsInStatements(claims))
    run.emit({ type: 'token', token: { header, claims: explainClaims(claims, settings) } })
  }
  if (verdict === undefined) {
    return
  }
  const broken = found.some(({ check, outcome }) => check.startsWith('id-token.') && outcome === 'failed')
  const claims = parsed === undefined || broken ? null : parsed.claims
  const statements = onTheMac({
    settings,
    claims,
    userName,
    password: verdict,
    checkedFor: context.plan.app,
    answer: said(context),
  })
  run.emit({ type: 'mac', statements })
}
