import type { Flaw } from '../../schema/flaw'

/** The scopes that a text was meant to ask for, and what keeps it from doing so. */
export type MeantScopes = {
  /** Each once, in the order in which they are written; openid is among them. */
  readonly scopes: readonly string[]
  /** Whether openid was added, because it is not there in any spelling. */
  readonly withoutOpenid: boolean
  /** What stands between two scopes or around them and becomes part of their names, as it is written. */
  readonly foreign: readonly string[]
  /** Scopes of OpenID Connect in another spelling than theirs. */
  readonly misspelt: readonly string[]
  readonly repeated: readonly string[]
}

/** The scopes that OpenID Connect defines (Core 1.0, sections 3.1.2.1, 5.4 and 11). Scopes know capital letters. */
const OPENID_CONNECT = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access']

/** What people write between scopes, "+" and space among it. No scope holds any of it. */
const BETWEEN = /[+\s,;|&\u200b\u2060\uff0c\uff1b\u3001"'`[\](){}\\]+/u
const FOREIGN = /%[0-9a-f]{2}|[^\S \t\r\n]|[,;|&\u200b\u2060\uff0c\uff1b\u3001"'`[\](){}\\]/giu

/** The scopes of a text that somebody enters, however they are separated or escaped, in their own spelling. */
export function writtenScopes(text: string): readonly string[] {
  return decoded(text)
    .trim()
    .replace(/^scopes?\s*[=:]/i, '')
    .split(BETWEEN)
    .filter((scope) => scope !== '')
}

/** Reads a text as scopes, however they are separated, escaped or spelled. Nothing that is asked for is left out. */
export function meantScopes(text: string): MeantScopes {
  const written = writtenScopes(text)
  const meant = written.map((scope) => OPENID_CONNECT.find((each) => each === scope.toLowerCase()) ?? scope)
  const asked = [...new Set(meant)]
  const withoutOpenid = !asked.includes('openid')
  return {
    scopes: withoutOpenid ? ['openid', ...asked] : asked,
    withoutOpenid,
    foreign: [...new Set(text.match(FOREIGN) ?? [])],
    misspelt: [...new Set(written.filter((scope) => !meant.includes(scope)))],
    repeated: asked.filter((scope) => meant.indexOf(scope) !== meant.lastIndexOf(scope)),
  }
}

/** A text without the escapes of an address, those that were escaped again among them. */
function decoded(text: string): string {
  const once = text.replace(/(%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped)
    } catch {
      return escaped
    }
  })
  return once === text ? text : decoded(once)
}

/** What is wrong with a text of scopes, space around them included; null when nothing is. */
export function scopesFlaw(text: string): Flaw | null {
  const { scopes, withoutOpenid, foreign, misspelt, repeated } = meantScopes(text)
  const [wrong] = misspelt
  const [twice] = repeated
  const sentences = [
    foreign.length > 0 &&
      `holds ${foreign.map(shownSeparator).join(' and ')}, which ${foreign.length === 1 ? 'becomes' : 'become'} part of the names of scopes. Separate scopes with +.`,
    wrong !== undefined &&
      `asks for ${wrong}. Scopes tell capitals from small letters, and OpenID Connect calls this one ${wrong.toLowerCase()}.`,
    twice !== undefined && wrong === undefined && `asks for the scope ${twice} twice.`,
  ].filter((sentence) => typeof sentence === 'string')
  if (sentences.length === 0) {
    return null
  }
  const openid = withoutOpenid ? ['does not ask for openid, without which there is no ID token.'] : []
  return {
    severity: foreign.length > 0 ? 'error' : 'advice',
    message: [...sentences, ...openid].join(' It '),
    suggestion: scopes.join(foreign.length > 0 || text.includes('+') ? '+' : ' '),
  }
}

function shownSeparator(written: string): string {
  const names: { readonly [sign: string]: string } = { ',': 'a comma', ';': 'a semicolon' }
  const seen = /^[!-~]/.test(written)
    ? written
    : `U+${written.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  return names[written] ?? seen
}

/** The scopes of a list that is separated by "+", by spaces, or by both. */
export function scopesIn(text: string): string[] {
  return text.split(/[+\s]+/).filter((scope) => scope !== '')
}
