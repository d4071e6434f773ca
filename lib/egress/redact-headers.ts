import type { Field } from '../api/exchange'
import type { Hiding } from './known-secrets'
import { type OnSecret, redactText } from './redact-text'
import { isSecretName, placeholder } from './secret-names'

/** Schemes whose name may be shown; of any other Authorization header nothing is. */
const schemes = /^(Basic|Bearer|Digest|DPoP|Negotiate|SSWS) (.+)$/i

/** A header as it may be shown. Calls `onSecret` for the secrets in it. */
export function redactHeader(name: string, value: string, secrets: Hiding, onSecret: OnSecret): Field {
  if (!isSecretName(name)) {
    return { name: secrets.hide(name), value: redactText(value, secrets, onSecret) }
  }
  const [, scheme, credentials] = schemes.exec(value) ?? []
  onSecret(name, value)
  if (scheme === undefined || credentials === undefined) {
    learnCookies(value, onSecret)
    return { name, value: placeholder(name) }
  }
  onSecret('credentials', credentials)
  if (/^basic$/i.test(scheme)) {
    learnBasic(credentials, onSecret)
  }
  return { name, value: `${scheme} ${placeholder('credentials')}` }
}

/** RFC 6749 section 2.3.1: client id and secret are form-encoded, then joined and put in base64. */
function learnBasic(credentials: string, onSecret: OnSecret): void {
  const pair = Buffer.from(credentials, 'base64').toString()
  const password = pair.slice(pair.indexOf(':') + 1)
  onSecret('client_secret', password)
  onSecret('client_secret', new URLSearchParams(`v=${password}`).get('v') ?? '')
}

function learnCookies(value: string, onSecret: OnSecret): void {
  for (const part of value.split(';')) {
    const cookie = part.slice(part.indexOf('=') + 1).trim()
    if (cookie.length >= 8 && !/^\s*(expires|domain|path|max-age|samesite)\s*=/i.test(part)) {
      onSecret('cookie', cookie)
    }
  }
}
