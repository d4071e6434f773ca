import { setImmediate as nextTurn } from 'node:timers/promises'
import { isWebAddress, urlIn } from '@/lib/schema/web-address'
import type { Continuation, Finding, Summary, TestEvent } from '../../api/report'
import type { Egress } from '../../egress/egress'
import type { Settings } from '../../schema/settings'
import { clientSettings, loginKey } from '../client-settings'
import { metadataOf } from '../discovery/context'
import { keySetChecks } from '../discovery/key-checks'
import type { Metadata } from '../discovery/metadata'
import { discoveryContext, documentChecks } from '../discovery/test-discovery'
import { jamf, oidcCore, oidcDiscovery } from '../references'
import {
  type Check,
  type CheckResult,
  failed,
  type Outcomes,
  passed,
  runChecks,
  titlesOf,
} from '../run-checks'
import { streamTest, type TestRun } from '../stream-test'
import type { TestTools } from '../tools'
import { authorizationUrl } from './authorization-url'
import { catchAnswer, type Way } from './catchers'
import { type Flow, newTicket, type Ticket } from './flow'
import { begin, endPending, extend } from './pending'
import { beginSignInRequest, type SignInRequestContext, signInRequestCheck } from './sign-in-request'

export type OidcStart = {
  readonly settings: Settings
  /** Made with newTicket(); the caller seals it for the browser. */
  readonly ticket: Ticket
  readonly flow: Flow
  readonly way: Way
  /** Origin of the page that waits for the answer. */
  readonly home: string
  /** The browser is on the machine that Latchkey runs on. */
  readonly ownMachine: boolean
}

type RequestContext = {
  readonly clientId: string
  readonly redirectUri: string
  /** Address of the sign-in page, as the discovery document has it. */
  readonly signInPage: string
}

/** Checks without which nobody is sent to the sign-in page. */
const requestChecks: readonly Check<RequestContext>[] = [
  {
    id: 'oidc.sign-in-page',
    title: 'The sign-in page is a web address',
    failedTitle: 'The sign-in page is no web address',
    reference: oidcDiscovery('3', 'ProviderMetadata'),
    needs: ['discovery.json'],
    run: signInPage,
  },
  {
    id: 'oidc.client-id',
    title: 'A client ID is configured',
    failedTitle: 'No client ID is configured',
    reference: jamf('Login_Window_Authentication_Settings', 'Login Window Authentication Settings'),
    run: ({ clientId }) =>
      clientId === ''
        ? failed({
            means: 'The identity provider does not know who asks.',
            change: 'Enter the client ID of the app registration.',
            remedy: loginKey('OIDCClientID'),
          })
        : passed({ sent: clientId }),
  },
  {
    id: 'oidc.redirect-uri',
    title: 'The redirect URI is an address',
    failedTitle: 'The redirect URI is no address',
    reference: oidcCore('3.1.2.1', 'AuthRequest'),
    run: ({ redirectUri }) =>
      urlIn(redirectUri) !== null && !redirectUri.includes('#')
        ? passed({ sent: redirectUri })
        : failed({
            received: redirectUri,
            expected: 'https://127.0.0.1/jamfconnect',
            means: 'The identity provider cannot send anybody there.',
            change: 'Enter a whole address without a fragment, the same as at the identity provider.',
            remedy: loginKey('OIDCRedirectURI'),
          }),
  },
]

/** A browser would run `javascript:` and open `file:`; a provider is not to send anybody there. */
function signInPage({ signInPage: address }: RequestContext): CheckResult {
  return isWebAddress(address)
    ? passed({ received: address })
    : failed({
        received: address,
        expected: 'https://',
        means: 'No browser can open the sign-in page that the discovery document names.',
        change: 'Check authorization_endpoint at the identity provider.',
      })
}

/** Checks of the first half of the sign-in test, in their order; nobody waits for the last of them to go and sign in. */
export const startChecks = [...documentChecks, ...requestChecks, ...keySetChecks, signInRequestCheck]

/** Findings of discovery that make a sign-in pointless. The others are shown, and the sign-in goes on. */
const indispensable = [
  'discovery.reachable',
  'discovery.json',
  'oidc.sign-in-page',
  'oidc.client-id',
  'oidc.redirect-uri',
]

/**
 * The first half of the sign-in test: discovery, then the address of the sign-in page in a "continue" event, or "done"
 * when there is no such address. "continue" is sent as soon as the discovery document has been judged; the signing keys
 * and what the provider answers to the request are looked at meanwhile, and their findings follow it. Cancelled while that goes on, the test ends in "done" after all.
 */
export function startOidc(start: OidcStart, tools: TestTools): AsyncGenerator<TestEvent, void> {
  const { now, signal } = tools
  const options = {
    kind: 'oidc',
    checks: startChecks.map(({ id }) => id),
    now,
    ...(signal === undefined ? {} : { signal }),
  } as const
  return streamTest(options, (run) => discover(start, tools, run))
}

async function discover(start: OidcStart, tools: TestTools, run: TestRun): Promise<Summary | null> {
  const { signal, door, later } = run
  const egress = tools.openEgress({ ...door, later })
  const { clientId, clientSecret } = clientSettings(start.settings)
  if (clientSecret !== null) {
    run.conceal('client_secret', clientSecret)
  }
  const context = discoveryContext(start.settings, egress, tools.now)
  const outcomes: Outcomes = new Map()
  const options = { signal, outcomes, titles: titlesOf(startChecks) }
  const found: Finding[] = []
  const apply = async (findings: AsyncGenerator<Finding>) => {
    for await (const finding of findings) {
      found.push(finding)
      run.finding(finding)
    }
  }
  await apply(runChecks(documentChecks, context, options))
  const { authorization_endpoint: page = '' } = context.metadata ?? {}
  const request = { clientId, redirectUri: start.ticket.redirectUri, signInPage: page }
  await apply(runChecks(requestChecks, request, options))
  const stopper = found.find(
    ({ check, outcome }) => indispensable.includes(check) && outcome !== 'passed' && outcome !== 'warning',
  )
  const trial = stopper === undefined ? await trialOf(start, metadataOf(context), egress, signal) : null
  if (trial !== null) {
    run.emit({ type: 'continue', next: await proceed(start, trial.metadata, signal) })
    await nextTurn()
    beginSignInRequest(trial)
  }
  await apply(runChecks(keySetChecks, context, options))
  extend(start.ticket, context.keys === undefined ? {} : { keys: context.keys })
  await apply(
    runChecks([signInRequestCheck] as readonly Check<SignInRequestContext | null>[], trial, options),
  )
  extend(start.ticket, { failed: found.filter(({ outcome }) => outcome === 'failed') })
  return stopper === undefined ? null : stopped(found.find(({ outcome }) => outcome === 'failed') ?? stopper)
}

/** The request of the sign-in with a state, nonce and verifier that nobody waits for. */
async function trialOf(
  { settings, ticket, flow }: OidcStart,
  metadata: Metadata,
  egress: Egress,
  signal: AbortSignal,
): Promise<SignInRequestContext> {
  const client = clientSettings(settings)
  const { discoveryUrl, redirectUri, createdAt } = ticket
  const trial = newTicket(client, flow, { discoveryUrl, redirectUri }, createdAt)
  const url = await authorizationUrl(metadata, client, flow, trial)
  return { egress, signal, client, metadata, url, redirectUri }
}

async function proceed(start: OidcStart, metadata: Metadata, signal: AbortSignal): Promise<Continuation> {
  const { ticket, flow, home } = start
  const url = await authorizationUrl(metadata, clientSettings(start.settings), flow, ticket)
  begin(ticket, { metadata, home })
  const next: Continuation = {
    kind: 'authorize',
    url,
    redirectUri: ticket.redirectUri,
    id: ticket.id,
    ...(await wayOf(start)),
  }
  extend(ticket, { next })
  if (signal.aborted) {
    endPending(ticket.id, ticket.createdAt)
  }
  return next
}

/** The way that was planned; without the listener when it cannot have its port. */
async function wayOf({ ticket, way, ownMachine }: OidcStart): Promise<Way> {
  if (way.catcher !== 'listener') {
    return way
  }
  const state = await catchAnswer(ticket, true, ownMachine)
  return state.listening ? way : { catcher: 'paste', advice: state.advice }
}

/** How a sign-in test ends that nobody need go on with: the finding that says why. */
export function stopped({ title, means = '', change = '', remedy }: Finding): Summary {
  const repair = remedy?.repair
  return {
    verdict: 'failed',
    title: 'Nobody can sign in with this configuration',
    text: `${title}. ${means} ${change}`.trim(),
    ...(repair === undefined ? {} : { repair }),
  }
}
