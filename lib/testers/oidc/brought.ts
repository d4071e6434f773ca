import { sameVendor, vendorAt, vendorOf } from '@/lib/products/jamf-connect/providers/vendors'
import { urlIn } from '@/lib/schema/web-address'
import { loginKey } from '../client-settings'
import { type Diagnosis, rowOf } from '../diagnosis/diagnosis'
import { oidcCore } from '../references'
import { type CheckResult, failed, passed } from '../run-checks'
import type { FinishContext } from './context'
import { type PageOwner, readPage, readPageAddress } from './page-reading'
import { findPending } from './pending'
import { withoutQuotes } from './response'

/**
 * What a person brought: an answer; or what they had in place of one, the address or the text of a page of the
 * provider, which tells why the browser never came back.
 */
export function judgeBrought(context: FinishContext): CheckResult {
  if (context.response !== null && !isPageAddress(context)) {
    return passed()
  }
  if (context.asksToBegin) {
    return askedToBegin
  }
  const text = context.brought.trim()
  const address = /^["'<(]*https?:\/\/\S+$/i.test(text) ? withoutQuotes(text) : null
  const owner = ownerOf(context)
  const found = address === null ? readPage(text, owner) : readPageAddress(address, owner)
  if (found !== null) {
    const foreign = foreignHost(context, address ?? leadingAddress(context, text), owner)
    if (foreign !== null) {
      return foreignPage(found, foreign)
    }
    context.conclusive = true
    return refused(found)
  }
  return address === null ? unknownText(text) : otherAddress(context, address)
}

/** The address of the page before its text, where both were brought; null without one, and for the redirect URI. */
function leadingAddress({ ticket }: FinishContext, text: string): string | null {
  const [, found] = /^["'<(]*(https?:\/\/\S+)\s/i.exec(text) ?? []
  const address = found === undefined ? null : withoutQuotes(found)
  return address === null || (ticket !== null && isAt(ticket.redirectUri, address)) ? null : address
}

/** An error in an address other than the redirect URI, without this sign-in's state: a page that tells the person of it. */
function isPageAddress({ response, ticket }: FinishContext): boolean {
  const { address = null, parameters } = response ?? {}
  if (address === null || ticket === null || !parameters?.has('error') || isAt(ticket.redirectUri, address)) {
    return false
  }
  return parameters.get('state') !== ticket.state && !parameters.has('code') && !parameters.has('id_token')
}

function isAt(redirectUri: string, address: string): boolean {
  const [wanted, found] = [urlIn(redirectUri), urlIn(address)]
  return wanted === null
    ? address === redirectUri.split('?', 1)[0]
    : found?.host === wanted.host && found.pathname === wanted.pathname
}

const askedToBegin = failed({
  received: 'A request to begin a sign-in: iss, without code and state',
  expected: 'The answer of the sign-in page',
  means:
    'The identity provider wants to begin a sign-in itself. Nothing was begun: Jamf Connect begins each of its own.',
  change: 'Begin the sign-in here, and remove the address for starting a sign-in from the app.',
  reference: oidcCore('4', 'ThirdPartyInitiatedLogin'),
})

function refused({ id, said, cause, fix, key, console, source, certainty }: Diagnosis): CheckResult {
  return failed({
    title: 'The identity provider shows an error page',
    received: said.slice(0, 300),
    means: cause,
    change: console === undefined ? fix : `${fix} In the console: ${console}.`,
    certainty,
    ...rowOf({ id }),
    ...(key === undefined ? {} : { remedy: key }),
    ...(source === undefined ? {} : { reference: { label: urlIn(source)?.hostname ?? source, url: source } }),
  })
}

/** The host of an address that is neither the sign-in page's nor shows the same provider; null for any other. */
function foreignHost(context: FinishContext, address: string | null, { vendor }: PageOwner): string | null {
  const host = address === null ? undefined : urlIn(address)?.hostname
  if (address === null || host === undefined || host === signInHost(context)) {
    return null
  }
  const shown = vendorAt(address)
  return shown !== null && sameVendor(shown, vendor) ? null : host
}

/** A page at another host may be the provider's too, or anybody's: what its error means holds for the first only. */
function foreignPage({ said, cause, fix }: Diagnosis, host: string): CheckResult {
  return failed({
    title: `A page of ${host} shows an error`,
    received: said.slice(0, 300),
    expected: 'The redirect URI with the answer, or a page of the identity provider',
    means: `This address is neither the redirect URI nor one of the sign-in page, so it is not known whether the identity provider leads to ${host}. Only if it does, this is what the error means: ${cause}`,
    change: `Finish the sign-in, then paste the whole address the browser ends at. Only if the identity provider leads to ${host}: ${fix}`,
  })
}

const signInHost = (context: FinishContext) =>
  urlIn(pendingOf(context)?.metadata.authorization_endpoint ?? context.discoveryUrl)?.hostname

function otherAddress(context: FinishContext, address: string): CheckResult {
  const { hostname = '' } = urlIn(address) ?? {}
  const error = context.response?.parameters.get('error')
  if (error !== undefined) {
    const description = context.response?.parameters.get('error_description')
    return failed({
      title: 'The page that is open shows an error',
      received: description === undefined ? error : `${error}: ${description}`.slice(0, 300),
      means: `This is an address of ${hostname}, not the redirect URI; it names an error that Latchkey does not know.`,
      change: 'Paste the text of the page too: it may say more.',
    })
  }
  const page = signInHost(context)
  return hostname === page
    ? failed({
        title: 'The browser is still at the identity provider',
        received: `A page of ${hostname}`,
        expected: 'The redirect URI with the answer',
        means:
          'This is the address of a page of the provider: the browser has not come back. An error page there mostly means that the redirect URI or the client ID is not known.',
        change:
          'Finish the sign-in. If the page shows an error, paste its text here, and compare the redirect URI and the client ID with the provider’s.',
        remedy: loginKey('OIDCRedirectURI'),
      })
    : failed({
        received: `An address of ${hostname}`,
        expected: 'The redirect URI with the answer',
        means:
          'There is no answer of a sign-in in this address. The user may still be on a page of the identity provider.',
        change: 'Finish the sign-in, then paste the whole address the browser ends at.',
      })
}

function unknownText(text: string): CheckResult {
  return failed({
    received: text === '' ? 'Nothing' : 'Text without an answer',
    expected: 'The redirect URI with the answer, or the text of an error page',
    means:
      'There is no answer of a sign-in in this text, and no error page that Latchkey knows. Nothing was used up.',
    change:
      'Paste the whole address the browser ends at, with what follows “?” or “#”. For an error page, its whole text.',
  })
}

function ownerOf(context: FinishContext): PageOwner {
  const issuer = pendingOf(context)?.metadata.issuer ?? context.discoveryUrl
  return { vendor: vendorOf(context.client.provider, issuer), issuer }
}

function pendingOf({ ticket, now }: FinishContext) {
  return ticket === null ? null : findPending(ticket.state, now())
}
