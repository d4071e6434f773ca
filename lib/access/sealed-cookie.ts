import { LibraryError } from '@/lib/library/errors'
import { seal, unseal } from '@/lib/library/seal'

/** A kind of sealed cookie: what its name begins with, and where and how long browsers send it. */
export type CookieKind = {
  readonly prefix: string
  readonly path: string
  readonly seconds: number
  /** Most cookies of the kind that a browser keeps; the headers of a request are limited. */
  readonly most: number
}

/**
 * Set-Cookie lines for a value that only this server can read: sealed with AES-256-GCM for its own name, unreadable to
 * scripts, never sent along with a request from another site. `cookies` is the request's Cookie header; when it holds
 * too many of the kind, the others are taken away.
 */
export function sealedCookies(
  kind: CookieKind,
  id: string,
  value: unknown,
  { key, secure, cookies }: { readonly key: Uint8Array; readonly secure: boolean; readonly cookies: string },
): string[] {
  const name = `${kind.prefix}${id}`
  const sealed = Buffer.from(seal(Buffer.from(JSON.stringify(value)), key, placeOf(name))).toString(
    'base64url',
  )
  const rest = `Path=${kind.path}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  const old = [...readCookies(cookies).keys()].filter((other) => other.startsWith(kind.prefix))
  const expired = old.length < kind.most ? [] : old
  return [
    ...expired.map((other) => `${other}=; ${rest}; Max-Age=0`),
    `${name}=${sealed}; ${rest}; Max-Age=${kind.seconds}`,
  ]
}

/** The value of a sealed cookie; null when there is none, or it was changed, moved or sealed with another key. */
export function openSealedCookie(kind: CookieKind, id: string, cookies: string, key: Uint8Array): unknown {
  const name = `${kind.prefix}${id}`
  const sealed = readCookies(cookies).get(name)
  try {
    return sealed === undefined
      ? null
      : (JSON.parse(
          Buffer.from(unseal(Buffer.from(sealed, 'base64url'), key, placeOf(name))).toString(),
        ) as unknown)
  } catch (error) {
    if (error instanceof LibraryError || error instanceof SyntaxError) {
      return null
    }
    throw error
  }
}

/** Ids of the cookies of a kind that a request brings. */
export function sealedCookieIds({ prefix }: CookieKind, cookies: string): string[] {
  return [...readCookies(cookies).keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(/;\s*/).flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=')
    return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : []
  })
  return new Map(pairs)
}

function placeOf(name: string) {
  return { table: 'cookie', id: name, version: 1 }
}
