import { urlIn } from '@/lib/schema/web-address'
import type { Finding } from '../../api/report'
import type { Egress, EgressAnswer } from '../../egress/egress'
import { EgressError } from '../../egress/errors'
import { timeInWords } from '../../products/jamf-connect/outcome/show-value'
import { isBusy } from '../busy'
import { notKnown } from '../diagnosis/password-title'
import { isWebPage, jsonObject } from '../discovery/metadata'
import { noAnswers } from '../ropg/no-answer'
import { failed, finding, passed, warning } from '../run-checks'
import type { TestRun } from '../stream-test'
import { type OktaFault, type OktaState, readAnswer } from './answer'
import { checks } from './references'
import type { OktaSignIn } from './sign-in'

/** One request of the browser that moves a sign-in: where it says what it finds, and its door to the network. */
export type Call = {
  readonly signIn: OktaSignIn
  readonly run: TestRun
  readonly egress: Egress
}

/** What came of a request: a state, a refusal, or something that is not this API. */
export type Reply =
  | { readonly state: OktaState }
  | { readonly fault: OktaFault; readonly status: number; readonly resetAt: number | null }
  | { readonly obstacle: Obstacle }

export type Obstacle = Pick<Finding, 'received' | 'expected' | 'means' | 'change'> & {
  /** Replaces the title of the check. */
  readonly title?: string
  /** The title of the summary, where it is another than that of the check. */
  readonly ending?: string
  /** Established while it holds; what failed. */
  readonly check: 'okta.reachable' | 'okta.api' | 'okta.links'
  /** The connection failed before the request was written, or the address was not asked at all. */
  readonly neverLeft?: boolean
}

const headers = { accept: 'application/json' }

/** Names of what is sent that is not to be shown. */
const secretFields = ['password', 'stateToken', 'passCode', 'answer']

/**
 * Posts to an address that Okta published, or the one the sign-in begins with. Addresses of other origins are not
 * asked. Throws when the test is cancelled.
 */
export async function ask(
  { signIn, run, egress }: Call,
  name: string,
  href: string,
  json: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const url = ownAddress(href, signIn.target.origin)
  if (url === null) {
    return { obstacle: { ...foreignLink(href, signIn.target.host), neverLeft: true } }
  }
  try {
    signIn.askedAt = signIn.tools.now()
    const answer = await egress.request({ name, method: 'POST', url, headers, json, secretFields })
    const resetAt = reportRate(answer, run)
    return understand(answer, resetAt, run)
  } catch (error) {
    if (error instanceof EgressError && !run.signal.aborted) {
      const neverLeft = !error.mayHaveLeft
      return { obstacle: { check: 'okta.reachable', means: error.message, neverLeft } }
    }
    throw error
  }
}

/** An address of the organization itself, whole; null for any other. */
export function ownAddress(href: string, origin: string): string | null {
  const url = urlIn(href, origin)
  return url?.origin === origin && url.username === '' && url.password === '' ? url.href : null
}

/** "https://acme.okta.com"; null for what has no origin. */
function originOf(text: string): string | null {
  const origin = urlIn(text)?.origin ?? 'null'
  return origin === 'null' ? null : origin
}

export function foreignLink(href: string, host: string): Obstacle {
  return {
    check: 'okta.links',
    received: originOf(href) ?? 'An address that cannot be read',
    expected: host,
    means: 'Okta’s answer points to another host for the next step. Nothing was sent there.',
    change: 'Check the Okta domain; with a custom domain, use the one that users sign in at.',
  }
}

function understand(
  answer: EgressAnswer,
  resetAt: number | null,
  { conceal }: Pick<TestRun, 'conceal'>,
): Reply {
  const { status } = answer
  const to = originOf(answer.headers.get('location') ?? '')
  if (status >= 300 && status < 400) {
    const received = `${status}${to === null ? '' : ` to ${to}`}`
    return { obstacle: { ...notOkta, received, means: 'The host only points somewhere else.' } }
  }
  const body = answer.text()
  const read = readAnswer(body)
  if (read === null) {
    const received = isWebPage(answer) ? `${status}, a web page` : `${status}, no JSON of this API`
    return {
      obstacle: isBusy(status) ? { ...overloaded, received } : { ...notOkta, received },
    }
  }
  for (const [name, value] of secretsIn(body)) {
    conceal(name, value)
  }
  return 'state' in read ? read : { ...read, status, resetAt }
}

const secretMember = /^(state|session|device|recovery|factor)Token$|^sharedSecret$/

/** The secrets that an answer holds, by name. */
function secretsIn(body: string): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (node: unknown, depth: number) => {
    for (const [name, value] of depth < 20 && typeof node === 'object' && node ? Object.entries(node) : []) {
      if (typeof value === 'string' && secretMember.test(name)) {
        found.set(name, value)
      }
      visit(value, depth + 1)
    }
  }
  visit(jsonObject(body), 0)
  return found
}

/** An answer of a proxy, or of Okta in trouble: it says nothing about the host, nor about the password. */
const overloaded: Obstacle = {
  check: 'okta.reachable',
  title: noAnswers.overloaded.title,
  ending: notKnown(noAnswers.overloaded.clause),
  means: noAnswers.overloaded.means,
  change: noAnswers.overloaded.change,
}

const notOkta: Obstacle = {
  check: 'okta.api',
  expected: 'JSON of the Okta Authentication API',
  means: 'The host is there, but Okta’s Authentication API does not answer.',
  change: 'Check the Okta domain: the host at which users sign in, without -admin and without a path.',
}

/** Says what is left of the rate limit. Gives when it is reset, in milliseconds since 1970. */
function reportRate({ headers, status }: EgressAnswer, run: TestRun): number | null {
  const read = (name: string) => {
    const value = headers.get(`x-rate-limit-${name}`)
    return value !== null && /^\d{1,12}$/.test(value) ? Number(value) : null
  }
  const [limit, remaining, reset] = [read('limit'), read('remaining'), read('reset')]
  const resetAt = reset === null ? null : reset * 1000
  if (limit === null || remaining === null) {
    return resetAt
  }
  const when = resetAt === null ? '' : `, until ${timeInWords(resetAt / 1000)}`
  const received = `${remaining} of ${limit} requests left${when}`
  const means = 'All sign-ins of the organization share this limit.'
  const verdict = status === 429 ? failed : remaining * 10 < limit ? warning : passed
  run.finding(finding(checks.limit, verdict({ received, ...(verdict === passed ? {} : { means }) })))
  return resetAt
}
