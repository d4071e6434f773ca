import type { Settings } from '../../schema/context'
import { clientSettings, loginKey } from '../client-settings'
import { metadataOf } from '../discovery/context'
import type { Metadata } from '../discovery/metadata'
import { discoveryChecks, discoveryContext } from '../discovery/test-discovery'
import { jamf, oidcCore } from '../references'
import type { Continuation, Finding, Summary, TestEvent } from '../report'
import { type Check, failed, passed, runChecks } from '../run-checks'
import { streamTest } from '../stream-test'
import type { TestTools } from '../tools'
import { authorizationUrl } from './authorization-url'
import type { Catcher, Flow, Ticket } from './flow'
import { begin } from './pending'

export type OidcStart = {
  readonly settings: Settings
  /** Made with newTicket(); the caller seals it for the browser. */
  readonly ticket: Ticket
  readonly flow: Flow
  readonly catcher: Catcher
  /** Origin of the page that waits for the answer. */
  readonly home: string
  /** What to change so that the answer is caught by itself. */
  readonly advice?: string
}

/** Checks without which nobody is sent to the sign-in page. */
const requestChecks: readonly Check<{ readonly clientId: string; readonly redirectUri: string }>[] = [
  {
    id: 'oidc.client-id',
    title: 'A client ID is configured',
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
    reference: oidcCore('3.1.2.1', 'AuthRequest'),
    run: ({ redirectUri }) =>
      URL.canParse(redirectUri) && !redirectUri.includes('#')
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

/** Checks of the first half of the sign-in test, in their order. */
export const oidcStartChecks = [...discoveryChecks, ...requestChecks].map(({ id }) => id)

/** Findings of discovery that make a sign-in pointless. The others are shown, and the sign-in goes on. */
const indispensable = ['discovery.reachable', 'discovery.json', 'oidc.client-id', 'oidc.redirect-uri']

/**
 * The first half of the sign-in test: discovery, then the address of the sign-in page in a "continue" event, or "done"
 * when there is no such address.
 */
export function startOidc(start: OidcStart, tools: TestTools): AsyncGenerator<TestEvent, void> {
  const { now, signal } = tools
  const options = {
    kind: 'oidc',
    checks: oidcStartChecks,
    now,
    ...(signal === undefined ? {} : { signal }),
  } as const
  return streamTest(options, async (run) => {
    const { signal, startedAt, exchange: onExchange } = run
    const egress = tools.openEgress({ signal, startedAt, onExchange })
    const client = clientSettings(start.settings)
    if (client.clientSecret !== null) {
      egress.protect('client_secret', client.clientSecret)
    }
    const context = discoveryContext(start.settings, egress, now)
    const { redirectUri } = start.ticket
    const outcomes = new Map()
    const found: Finding[] = []
    const lists = [
      runChecks(discoveryChecks, context, { signal, outcomes }),
      runChecks(requestChecks, { clientId: client.clientId, redirectUri }, { signal, outcomes }),
    ]
    for (const list of lists) {
      for await (const finding of list) {
        found.push(finding)
        run.finding(finding)
      }
    }
    const stopper = indispensable
      .map((id) => found.find(({ check }) => check === id))
      .find((finding) => finding?.outcome !== 'passed' && finding?.outcome !== 'warning')
    return stopper === undefined
      ? proceed(start, metadataOf(context))
      : stopped(found.find(({ outcome }) => outcome === 'failed') ?? stopper)
  })
}

function proceed(start: OidcStart, metadata: Metadata): Continuation {
  const { ticket, flow, catcher, home, advice } = start
  const url = authorizationUrl(metadata, clientSettings(start.settings), flow, ticket)
  begin(ticket, { metadata, home })
  return {
    kind: 'authorize',
    url,
    redirectUri: ticket.redirectUri,
    catcher,
    id: ticket.id,
    ...(advice === undefined ? {} : { advice }),
  }
}

function stopped({ title, means = '', change = '', remedy }: Finding): Summary {
  const repair = remedy?.repair
  return {
    verdict: 'failed',
    title: 'Nobody can sign in with this configuration',
    text: `“${title}” does not hold. ${means} ${change}`.trim(),
    ...(repair === undefined ? {} : { repair }),
  }
}
