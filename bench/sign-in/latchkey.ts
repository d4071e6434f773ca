import type { TestEvent } from '../../lib/api/report'
import { openEgress } from '../../lib/egress/open-egress'
import { egressPolicy } from '../../lib/egress/policy'
import { settingsOf } from '../../lib/schema/fixtures/settings'
import { finishOidc } from '../../lib/testers/oidc/finish'
import { planSignIn } from '../../lib/testers/oidc/plan'
import { startOidc } from '../../lib/testers/oidc/start'
import { testRopg } from '../../lib/testers/ropg/test-ropg'

const policy = egressPolicy({ allow: '127.0.0.1' })
const tools = {
  openEgress: (options: object) => openEgress({ ...options, policy }),
  now: Date.now,
  attempts: {
    reserve: async () => ({ granted: true, id: '1', failures: 0 }) as const,
    settle: async () => undefined,
  },
}

const settingsFor = (issuer: string) =>
  settingsOf({
    login: {
      OIDCProvider: 'Custom',
      OIDCClientID: 'jamf-connect',
      OIDCScopes: 'openid+profile+email',
      OIDCRedirectURI: 'https://127.0.0.1/jamfconnect',
      OIDCDiscoveryURL: `${issuer}/.well-known/openid-configuration`,
    },
  })

const browser = { home: 'http://127.0.0.1:3000', ownMachine: true }

/**
 * The first half of the sign-in test: the address of the sign-in page and when it was there. `rest` ends with the test,
 * whose signing keys are still under way then.
 */
export async function startLatchkey(issuer: string) {
  const settings = settingsFor(issuer)
  const start = planSignIn(settings, { catcher: 'paste' }, browser, Date.now())
  const events = startOidc(start, tools)
  for (let { done, value } = await events.next(); done !== true; { done, value } = await events.next()) {
    if (value?.type === 'continue' && value.next.kind === 'authorize') {
      const at = performance.now()
      return { url: value.next.url, kept: { settings, ticket: start.ticket }, at, rest: lastOf(events) }
    }
  }
  throw new Error('There is no address of a sign-in page.')
}

/** The second half: from the address the person brought to the last event. */
export async function finishLatchkey(answer: {
  readonly address: string
  readonly kept: Awaited<ReturnType<typeof startLatchkey>>['kept']
}) {
  return judged(await lastOf(finishOidc({ ...answer.kept, answer: { address: answer.address } }, tools)))
}

export async function passwordLatchkey(issuer: string) {
  const settings = settingsFor(issuer)
  const input = { settings, app: 'login', userName: 'alice', password: 'correct horse' } as const
  return judged(await lastOf(testRopg(input, tools)))
}

type Last = { readonly event: TestEvent | undefined; readonly at: number }

/** The last event of a test and when it came, on the clock of performance.now(). */
async function lastOf(events: AsyncIterable<TestEvent>): Promise<Last> {
  let last: Last = { event: undefined, at: 0 }
  for await (const event of events) {
    last = { event, at: performance.now() }
  }
  return last
}

/** Whether the test ended as it should: the sign-in succeeds, whatever there is to look at. */
function judged({ event, at }: Last) {
  const verdict = event?.type === 'done' ? event.summary.verdict : 'none'
  return { passed: verdict === 'passed' || verdict === 'warning', at }
}
