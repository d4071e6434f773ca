import type { Egress } from '../../egress/egress'
import { explainClaims } from '../../outcome/explain-claims'
import { onTheMac } from '../../outcome/on-the-mac'
import { contextOf, type Settings } from '../../schema/context'
import { discoveryUrl } from '../../schema/providers'
import { clientSettings } from '../client-settings'
import type { Finding, Outcome, Summary, TestEvent } from '../report'
import { runChecks } from '../run-checks'
import { streamTest, type TestRun } from '../stream-test'
import type { TestTools } from '../tools'
import { claimChecks } from './claim-checks'
import type { FinishContext } from './context'
import { type Ticket, ticketIdOf } from './flow'
import { type IdTokenContext, idTokenRules } from './id-token-rules'
import { keySource } from './key-source'
import { type BroughtAnswer, readResponse } from './response'
import { responseChecks } from './response-checks'
import { scrubber } from './scrub'
import { summarize } from './summary'
import { refreshChecks, tokenChecks } from './token-checks'
import { userInfoChecks } from './user-info'

export type OidcFinish = {
  readonly settings: Settings
  /** As the browser brought it, opened; null when it brought none. */
  readonly ticket: Ticket | null
  readonly answer: BroughtAnswer
}

/** Checks of the second half of the sign-in test, in their order. */
export const oidcFinishChecks = [
  ...responseChecks,
  ...idTokenRules('front-id-token'),
  ...tokenChecks,
  ...idTokenRules('id-token'),
  ...claimChecks,
  ...userInfoChecks,
  ...refreshChecks,
].map(({ id }) => id)

/**
 * The second half of the sign-in test: what the sign-in page sent back is checked, exchanged for tokens and explained.
 * A state is good for one answer, whatever comes of it.
 */
export function finishOidc(finish: OidcFinish, tools: TestTools): AsyncGenerator<TestEvent, void> {
  const { now, signal } = tools
  const options = {
    kind: 'oidc',
    checks: oidcFinishChecks,
    now,
    ...(signal === undefined ? {} : { signal }),
  } as const
  return streamTest(options, (run) => {
    const scrub = scrubber()
    const finding = (found: Finding) => run.finding(scrub.clean(found))
    const egress = tools.openEgress({
      signal: run.signal,
      startedAt: run.startedAt,
      onExchange: (exchange) => run.exchange(scrub.clean(exchange)),
    })
    const conceal = (name: string, value: string) => {
      egress.protect(name, value)
      scrub.learn(name, value)
    }
    return complete(prepare(finish, egress, tools.now, run, conceal), { ...run, finding })
  })
}

function prepare(
  { settings, ticket, answer }: OidcFinish,
  egress: Egress,
  now: () => number,
  { signal }: TestRun,
  conceal: FinishContext['conceal'],
): FinishContext {
  const client = clientSettings(settings)
  const response = readResponse(answer)
  const secrets = {
    client_secret: client.clientSecret,
    code_verifier: ticket?.verifier,
    code: response?.parameters.get('code'),
    id_token: response?.parameters.get('id_token'),
    access_token: response?.parameters.get('access_token'),
  }
  for (const [name, value] of Object.entries(secrets)) {
    if (typeof value === 'string' && value !== '') {
      conceal(name, value)
    }
  }
  const discovery = discoveryUrl(contextOf(settings))?.url ?? ''
  const mine = ticket !== null && ticketIdOf(ticket.state) === ticket.id ? ticket : null
  return { egress, settings, client, now, signal, conceal, response, ticket: mine, discoveryUrl: discovery }
}

async function complete(context: FinishContext, run: TestRun): Promise<Summary> {
  const outcomes = new Map<string, Outcome>()
  const found: Finding[] = []
  const apply = async (findings: AsyncGenerator<Finding>) => {
    for await (const finding of findings) {
      found.push(finding)
      run.finding(finding)
    }
  }
  const options = { signal: run.signal, outcomes }
  const asked = context.ticket?.responseType.split(' ') ?? []
  await apply(runChecks(responseChecks, context, options))
  const accepted = outcomes.get('oidc.complete') === 'passed' && outcomes.get('oidc.redirect') !== 'failed'
  if (accepted) {
    context.keys = keySource(context.egress, context.metadata?.jwks_uri ?? '')
    if (asked.includes('id_token')) {
      await apply(verify(context, 'front', options))
    }
    if (asked.includes('code')) {
      await apply(runChecks(tokenChecks, context, options))
      if (outcomes.get('oidc.token-answer') !== 'failed') {
        await apply(verify(context, 'token', options))
      }
    }
    for (const checks of [claimChecks, userInfoChecks, refreshChecks]) {
      await apply(runChecks(checks, context, options))
    }
  }
  const statements = explain(context, run, found)
  return summarize(found, statements)
}

/** Applies the rules to the ID token of one of the two endpoints; of the only one there is, under the plain name. */
async function* verify(
  context: FinishContext,
  where: 'front' | 'token',
  options: { readonly signal: AbortSignal; readonly outcomes: Map<string, Outcome> },
): AsyncGenerator<Finding> {
  const { ticket, metadata, keys, response, tokens, client } = context
  const fromBrowser = where === 'front'
  const raw = fromBrowser ? response?.parameters.get('id_token') : tokens?.body?.id_token
  if (typeof raw !== 'string' || ticket === null || metadata === undefined || keys === undefined) {
    return
  }
  const code = response?.parameters.get('code')
  const accessToken = fromBrowser ? response?.parameters.get('access_token') : tokens?.body?.access_token
  const token: IdTokenContext = {
    raw,
    metadata,
    keys,
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    nonce: ticket.nonce,
    state: ticket.state,
    begunAt: ticket.createdAt,
    now: context.now,
    front: fromBrowser,
    ...(code === undefined ? {} : { code }),
    ...(typeof accessToken === 'string' ? { accessToken } : {}),
  }
  const only = ticket.responseType === 'id_token'
  yield* runChecks(idTokenRules(fromBrowser && !only ? 'front-id-token' : 'id-token'), token, options)
  if (fromBrowser) {
    context.frontClaims = token.token?.claims ?? {}
  }
  if (token.token !== undefined && (only || !fromBrowser)) {
    context.claims = token.token.claims
    context.header = token.token.header
  }
}

/** What the token says and what happens on the Mac; of a token that is not to be trusted, its claims only. */
function explain(
  { claims, header, userInfo, settings, client }: FinishContext,
  run: TestRun,
  found: readonly Finding[],
) {
  if (claims === undefined || header === undefined) {
    return []
  }
  run.emit({ type: 'token', token: { header, claims: explainClaims(claims, settings) } })
  const broken = found.some(({ check, outcome }) => check.startsWith('id-token.') && outcome === 'failed')
  if (broken) {
    return []
  }
  const same = userInfo?.sub === claims.sub
  const all = client.useUserInfo && same ? { ...userInfo, ...claims } : claims
  const statements = onTheMac({ settings, claims: all })
  run.emit({ type: 'mac', statements })
  return statements
}
