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
