import { vendorOf } from '@/lib/products/jamf-connect/providers/vendors'
import { urlIn } from '@/lib/schema/web-address'
import type { Egress } from '../../egress/egress'
import { EgressError } from '../../egress/errors'
import type { ClientSettings } from '../client-settings'
import { type Diagnosis, rowOf } from '../diagnosis/diagnosis'
import type { Metadata } from '../discovery/metadata'
import { oidcCore } from '../references'
import { type Check, type CheckResult, failed, passed, skipped } from '../run-checks'
import { asksToSignIn, type PageOwner, readPageAddress, readPageStrictly, readReturned } from './page-reading'

/** What the check works with. `url` is an address like that of the sign-in, with a state of its own. */
export type SignInRequestContext = {
  readonly egress: Egress
  readonly signal: AbortSignal
  readonly client: ClientSettings
  readonly metadata: Metadata
  readonly url: string
  readonly redirectUri: string
  /** The answer, when it has been asked for already. */
  begun?: Promise<Response>
}

/** Whoever waits for the finding waits no longer; a slow page says nothing. */
const longestWait = 5_000

/**
 * Asks for the sign-in page as a browser that was never there, and reads what comes. Providers show a wrong redirect
 * URI or client on a page of their own, so that no answer ever comes back. The state of the sign-in itself is not used.
 */
export const signInRequestCheck: Check<SignInRequestContext> = {
  id: 'oidc.sign-in-request',
  title: 'The provider takes the request to sign in',
  failedTitle: 'The provider refuses the request to sign in',
  reference: oidcCore('3.1.2.6', 'AuthError'),
  needs: ['oidc.sign-in-page', 'oidc.client-id', 'oidc.redirect-uri'],
  run: read,
}

/** Asks already while something else is waited for; the check above waits for the answer. */
export function beginSignInRequest(context: SignInRequestContext): void {
  context.begun = ask(context)
  // A test that ends before must not end the process.
  context.begun.catch(() => undefined)
}

function ask({ egress, url, signal }: SignInRequestContext): Promise<Response> {
  const headers = { accept: 'text/html,application/xhtml+xml' }
  const until = AbortSignal.any([signal, AbortSignal.timeout(longestWait)])
  return egress.named('Sign-in page')(url, { headers, redirect: 'manual', signal: until })
}

async function read(context: SignInRequestContext): Promise<CheckResult> {
  try {
    const answer = await (context.begun ?? ask(context))
    const location = answer.headers.get('location')
    return answer.status >= 300 && answer.status < 400 && location !== null
      ? judgeRedirect(context, location)
      : judgePage(context, answer.status, await answer.text())
  } catch (error) {
    if (error instanceof EgressError && !context.signal.aborted) {
      const why = error.code === 'cancelled' ? 'It takes longer than five seconds.' : error.message
      return skipped(`Not known: the sign-in page could not be read from here. ${why}`)
    }
    throw error
  }
}

function judgeRedirect(context: SignInRequestContext, location: string): CheckResult {
  const target = urlIn(location, context.url)
  const back = urlIn(context.redirectUri)
  if (target === null) {
    return skipped('Not known: the provider points to no address.')
  }
  if (back !== null && target.origin === back.origin && target.pathname === back.pathname) {
    return judgeAnswer(context, target)
  }
  const found = readPageAddress(target.href, ownerOf(context))
  return found === null
    ? passed({ received: `It points to ${target.host}${target.pathname}` })
    : refusal(found, 'The address of the error page', onItsPage)
}

/** A provider that knows client and redirect URI sends other errors on to it; without a user it asks to sign in. */
function judgeAnswer(context: SignInRequestContext, target: URL): CheckResult {
  const all = new URLSearchParams(`${target.search.slice(1)}&${target.hash.slice(1)}`)
  const error = all.get('error')
  if (error === null) {
    return passed({ received: 'An answer to the redirect URI without a sign-in' })
  }
  if (waitsForUser.includes(error)) {
    return passed({ received: error })
  }
  const said = all.get('error_description') ?? ''
  const found = readReturned(error, said, ownerOf(context))
  return found === null
    ? failed({
        received: [error, said].filter(Boolean).join(': '),
        means: sentBack,
        change: 'Read what the provider says, and look for this sign-in in its log.',
      })
    : refusal(found, error, sentBack)
}

const onItsPage = 'The provider says so on a page of its own, and the browser never comes back.'
const sentBack = 'The provider sends the browser back with this error at once, before anybody has signed in.'

const waitsForUser = [
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]

function judgePage(context: SignInRequestContext, status: number, text: string): CheckResult {
  const found = readPageStrictly(text, ownerOf(context))
  if (found !== null && (status >= 400 || !asksToSignIn(text))) {
    return refusal(found, String(status), onItsPage)
  }
  return status === 200 && asksToSignIn(text)
    ? passed({ received: 'A sign-in page' })
    : skipped(
        `Not known: what the provider answers (status ${status}) is neither a sign-in page nor an error page that Latchkey knows.`,
      )
}

function refusal(
  { id, said, cause, fix, key, console, source, certainty }: Diagnosis,
  beside: string,
  where: string,
): CheckResult {
  return failed({
    received: said === '' ? beside : said.slice(0, 300),
    means: `${cause} ${where}`,
    change: console === undefined ? fix : `${fix} In the console: ${console}.`,
    certainty,
    ...rowOf({ id }),
    ...(key === undefined ? {} : { remedy: key }),
    ...(source === undefined ? {} : { reference: { label: urlIn(source)?.hostname ?? source, url: source } }),
  })
}

function ownerOf({ client, metadata }: SignInRequestContext): PageOwner {
  return { vendor: vendorOf(client.provider, metadata.issuer), issuer: metadata.issuer }
}
