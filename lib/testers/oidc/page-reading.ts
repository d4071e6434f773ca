import type { Vendor } from '@/lib/products/jamf-connect/providers/vendors'
import { urlIn } from '@/lib/schema/web-address'
import { diagnose } from '../diagnosis/diagnose'
import type { Diagnosis } from '../diagnosis/diagnosis'
import { wordsOf } from '../diagnosis/page-words'
import { diagnosisRows } from '../diagnosis/rows'

/** Whose page it is. */
export type PageOwner = { readonly vendor: Vendor | null; readonly issuer: string }

/** Words of OAuth and of providers that stand for an error wherever they stand on a page. */
const errorWords =
  /\b(invalid_request|invalid_client|deleted_client|unauthorized_client|access_denied|unsupported_response_type|invalid_scope|server_error|temporarily_unavailable|redirect_uri_mismatch|redirect_mismatch|invalid_redirect_uri|org_internal|admin_policy_enforced|login_required|consent_required|interaction_required)\b/i

/** Rows that a page in place of a sign-in page is known by: they were made for pages, or hold a code of one provider. */
const sure = new Set(
  diagnosisRows
    .filter(
      ({ match }) =>
        match.symptom === 'authorization-page' ||
        match.code?.some((code) => /^[A-Z]+\d{4,}[A-Z]?$/.test(code)),
    )
    .map(({ id }) => id),
)

/** What the text of a page means, by the table of causes; null when the table does not know it. */
export function readPage(text: string, owner: PageOwner): Diagnosis | null {
  return diagnosed(wordsOf(text), owner)
}

/** What an error means that comes back to the redirect URI; null when the table does not know it. */
export function readReturned(error: string, description: string, owner: PageOwner): Diagnosis | null {
  return diagnosed({ error, description }, owner)
}

/** The same as readPage for a page that nobody looked at: only what leaves no doubt counts. */
export function readPageStrictly(text: string, owner: PageOwner): Diagnosis | null {
  const found = readPage(text, owner)
  return found?.id != null && sure.has(found.id) ? found : null
}

/**
 * What the address of a page tells of an error: in parameters, or packed as Google does ("authError" is a message in
 * base64). Null when it tells none that the table knows.
 */
export function readPageAddress(address: string, owner: PageOwner): Diagnosis | null {
  const url = urlIn(address)
  if (url === null) {
    return null
  }
  const all = new URLSearchParams(`${url.search.slice(1)}&${url.hash.slice(1)}`)
  const packed = all.get('authError')
  const words = [
    packed === null ? '' : printable(Buffer.from(packed, 'base64').toString()),
    ...telling.map((name) => all.get(name) ?? ''),
  ]
    .filter((each) => each !== '')
    .join(' ')
  return words === '' ? null : diagnosed({ description: words }, owner)
}

/** Parameters in which pages of providers carry an error to the page that shows it. */
const telling = [
  'error',
  'error_description',
  'error_code',
  'errorCode',
  'code',
  'oauthErrorCode',
  'oauthErrorMsg',
  'message',
]

function diagnosed(words: { error?: string; description: string }, owner: PageOwner): Diagnosis | null {
  const error = words.error ?? errorWords.exec(words.description)?.[1]?.toLowerCase()
  const found = diagnose({
    provider: owner.vendor,
    issuer: owner.issuer,
    request: 'authorization',
    symptom: 'authorization-page',
    description: words.description,
    ...(error === undefined ? {} : { error }),
  })
  return found.id === null ? null : found
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, ' ').trim()
}

/** Whether a page asks for a user name or a password, and holds no message of an error. */
export function asksToSignIn(html: string): boolean {
  return /<input\b[^>]{0,2000}\b(type=["']?(password|email)|name=["']?(loginfmt|username|identifier|user(name|id)?|email|login)\b)/i.test(
    html,
  )
}
