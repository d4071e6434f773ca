import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Continuation, Finding, Outcome, Summary, TestEvent } from '../../api/report'
import type { Egress } from '../../egress/egress'
import { contextOf } from '../../products/jamf-connect/context'
import { explainClaims } from '../../products/jamf-connect/outcome/explain-claims'
import { onTheMac } from '../../products/jamf-connect/outcome/on-the-mac'
import { discoveryUrl } from '../../products/jamf-connect/providers/discovery-url'
import type { Settings } from '../../schema/settings'
import { clientSettings } from '../client-settings'
import { keySource } from '../id-token/key-source'
import type { IdTokenContext } from '../id-token/rule'
import { idTokenRules } from '../id-token/rules'
import { formsInStatements } from '../quoted-forms'
import { type Check, finding, type Outcomes, passed, runChecks, skipped, titlesOf } from '../run-checks'
import { streamTest, type TestRun } from '../stream-test'
import type { TestTools } from '../tools'
import { claimChecks } from './claim-checks'
import type { FinishContext } from './context'
import { type Ticket, ticketIdOf } from './flow'
import { extend, findPending } from './pending'
import { asksToBegin, type BroughtAnswer, readResponse } from './response'
import { responseChecks } from './response-checks'
import { signInRequestCheck } from './sign-in-request'
import { strayFrom } from './stray'
import { summarize } from './summary'
import { frontTrusted, refreshChecks, tokenChecks } from './token-checks'
import { beginUserInfo, userInfoChecks } from './user-info'

export type OidcFinish = {
  readonly settings: Settings
  /** As the browser brought it, opened; null when it brought none. */
  readonly ticket: Ticket | null
  readonly answer: BroughtAnswer
  /** Somebody is there who can bring something else: what is no answer of this sign-in ends in its question again. */
  readonly goesOn?: boolean
}

/** Checks of the second half of the sign-in test, in their order; those of a flow with one ID token have no other. */
export function oidcFinishChecks(ticket: Ticket | null): readonly Check<never>[] {
  return [
    ...responseChecks,
    ...(ticket?.responseType === 'code id_token' ? idTokenRules('front-id-token') : []),
    ...(ticket?.responseType === 'id_token' ? [] : tokenChecks),
    ...idTokenRules('id-token'),
    ...userInfoChecks,
    ...claimChecks,
    ...refreshChecks,
  ]
}

/**
 * The second half of the sign-in test: what the sign-in page sent back is checked, exchanged for tokens and explained.
 * A state is good for one answer, whatever comes of it.
 */
export function finishOidc(finish: OidcFinish, tools: TestTools): AsyncGenerator<TestEvent, void> {
  const { now, signal } = tools
  const options = {
    kind: 'oidc',
    checks: oidcFinishChecks(finish.ticket).map(({ id }) => id),
    now,
    ...(signal === undefined ? {} : { signal }),
  } as const
  return streamTest(options, (run) => {
    const egress = tools.openEgress({ ...run.door, later: run.later })
    const context = prepare(finish, egress, tools.now, run)
    return complete(context, run, finish.goesOn === true)
  })
}

function prepare(
  { settings, ticket, answer }: OidcFinish,
  egress: Egress,
  now: () => number,
  { signal, conceal }: TestRun,
): FinishContext {
  const client = clientSettings(settings)
  const response = readResponse(answer)
  const secrets = {
    client_secret: client.clientSecret,
    code_verifier: ticket?.verifier,
    code: response?.parameters.get('code'),
    id_token: response?.parameters.get('id_token'),
    access_token: response?.parameters.get('access_token'),
    response: response?.parameters.get('response'),
  }
  for (const [name, value] of Object.entries(secrets)) {
    if (typeof value === 'string' && value !== '') {
      conceal(name, value)
    }
  }
  const discovery = discoveryUrl(contextOf(settings))?.url ?? ''
  const mine = ticket !== null && ticketIdOf(ticket.state) === ticket.id ? ticket : null
  return {
    ...{ egress, settings, client, now, signal, conceal, response, ticket: mine, discoveryUrl: discovery },
    asksToBegin: asksToBegin(answer),
    brought: 'address' in answer ? answer.address : '',
  }
}

async function complete(
  context: FinishContext,
  run: TestRun,
  goesOn: boolean,
): Promise<Summary | Continuation> {
  const outcomes = new Map<string, Outcome>()
  const found: Finding[] = []
  const trusted = { id: frontTrusted, title: 'The ID token that came through the browser can be trusted' }
  const titles = titlesOf([...oidcFinishChecks(context.ticket), ...tokenChecks, trusted])
  const options = { signal: run.signal, outcomes, titles }
  const apply = async (findings: AsyncGenerator<Finding>) => {
    for await (const finding of findings) {
      found.push(finding)
      run.finding(finding)
    }
  }
  const type = context.ticket?.responseType
  const again = goesOn ? await askAgain(context, run) : null
  if (again !== null) {
    return again
  }
  await apply(runChecks(responseChecks, context, options))
  if (holds(outcomes, 'oidc.complete') && holds(outcomes, 'oidc.redirect')) {
    // The keys arrive beside the tokens.
    context.keys = keySource(context.egress, context.metadata?.jwks_uri ?? '')
  }
  if (type === 'code id_token') {
    await apply(verify(context, 'front', 'front-id-token', options))
  }
  const untrusted = found.some(({ check, outcome }) => check.startsWith('front-') && outcome === 'failed')
  outcomes.set(trusted.id, untrusted ? 'failed' : 'passed')
  if (type !== 'id_token') {
    await apply(runChecks(tokenChecks, context, options))
    if (holds(outcomes, 'oidc.token-answer')) {
      beginUserInfo(context)
      // It is on its way before the work on the ID token begins.
      await nextTurn()
    }
  }
  await apply(verify(context, type === 'id_token' ? 'front' : 'token', 'id-token', options))
  for (const checks of [userInfoChecks, claimChecks, refreshChecks]) {
    await apply(runChecks(checks, context, options))
  }
  const earlier = context.earlier ?? pendingOf(context)?.failed
  if (outcomes.get('oidc.signed-in') === 'passed' && earlier?.some(isRefusal) === true) {
    run.finding(finding(signInRequestCheck, takenAfterAll))
  }
  if (context.conclusive === true && context.ticket !== null) {
    // The provider has said how it ended: no answer follows that had to be caught.
    extend(context.ticket, { caught: false })
  }
  return summarize(found, explain(context, run, found), earlier)
}

/** The checks that an answer of somebody else does not pass: none of them uses the sign-in up for it. */
const untilState = responseChecks.slice(0, responseChecks.findIndex(({ id }) => id === 'oidc.state') + 1)

const isRefusal = ({ check }: Finding) => check === signInRequestCheck.id

/** In place of what the check before the sign-in found, which a browser did not meet with. */
const takenAfterAll = passed({
  title: 'The provider took the request to sign in after all',
  means:
    'A request without a browser was refused before the sign-in, and the sign-in in the browser came back with a good answer.',
})

/**
 * What the person was asked, once more, when what they brought is no answer of this sign-in: that uses nothing up. Null
 * when it is one, when it tells how the sign-in ended, and when there is no sign-in to go on with.
 */
async function askAgain(context: FinishContext, run: TestRun): Promise<Continuation | null> {
  const { ticket, response } = context
  const pending = pendingOf(context)
  if (ticket === null || pending?.next === undefined) {
    return null
  }
  if (response !== null && (await strayFrom(context)) === null) {
    return null
  }
  const found: Finding[] = []
  for await (const finding of runChecks(untilState, context)) {
    found.push(finding)
  }
  const [wrong] = found.filter(({ outcome }) => outcome === 'failed')
  const recoverable = wrong?.check === 'oidc.answer' || wrong?.check === 'oidc.state'
  if (wrong === undefined || !recoverable || context.conclusive === true) {
    return null
  }
  run.finding(wrong)
  return pending.next
}

function pendingOf({ ticket, now }: FinishContext) {
  return ticket === null ? null : findPending(ticket.state, now())
}

function holds(outcomes: Outcomes, check: string): boolean {
  return outcomes.get(check) === 'passed' || outcomes.get(check) === 'warning'
}

/** Applies the rules to the ID token from one of the two endpoints. Without a token they are all skipped. */
async function* verify(
  context: FinishContext,
  where: 'front' | 'token',
  prefix: string,
  options: { readonly signal: AbortSignal; readonly outcomes: Outcomes },
): AsyncGenerator<Finding> {
  const token = tokenFrom(context, where)
  const rules = idTokenRules(prefix)
  if (token === null) {
    for (const rule of rules) {
      options.outcomes.set(rule.id, 'skipped')
      yield finding(rule, skipped('There is no ID token to check.'))
    }
    return
  }
  yield* runChecks(rules, token, options)
  const { header, claims } = token.token ?? {}
  if (prefix === 'front-id-token') {
    context.frontClaims = claims ?? {}
  } else if (header !== undefined && claims !== undefined) {
    context.claims = claims
    context.header = header
  }
}

function tokenFrom(context: FinishContext, where: 'front' | 'token'): IdTokenContext | null {
  const { ticket, metadata, keys, response, tokens, client, now } = context
  const front = where === 'front'
  const raw = front ? response?.parameters.get('id_token') : tokens?.body?.id_token
  if (typeof raw !== 'string' || ticket === null || metadata === undefined || keys === undefined) {
    return null
  }
  const { clientId, clientSecret } = client
  const { nonce, state, createdAt: begunAt } = ticket
  const code = response?.parameters.get('code')
  const accessToken = front ? response?.parameters.get('access_token') : tokens?.body?.access_token
  return {
    ...{ raw, metadata, keys, clientId, clientSecret, nonce, state, begunAt, now, front },
    ...(code === undefined ? {} : { code }),
    ...(typeof accessToken === 'string' ? { accessToken } : {}),
  }
}

/** What the token says and what happens on the Mac; of a token that is not to be trusted, its claims only. */
function explain(
  { claims, header, userInfo, settings }: FinishContext,
  run: TestRun,
  found: readonly Finding[],
) {
  if (claims === undefined || header === undefined) {
    return []
  }
  const mine = userInfo?.sub === claims.sub ? userInfo : undefined
  run.quote(formsInStatements([mine, claims]))
  run.emit({ type: 'token', token: { header, claims: explainClaims(claims, settings) } })
  const broken = found.some(({ check, outcome }) => check.startsWith('id-token.') && outcome === 'failed')
  if (broken) {
    return []
  }
  const statements = onTheMac({ settings, claims, ...(mine === undefined ? {} : { userInfo: mine }) })
  run.emit({ type: 'mac', statements })
  return statements
}
