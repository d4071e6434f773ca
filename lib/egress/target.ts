import { isIP } from 'node:net'
import { EgressError } from './errors'

/** Where a request goes, in the one spelling everything after this works with. */
export type Target = {
  readonly url: URL
  /** Host in lower case without brackets or trailing dot; an address in its shortest form. */
  readonly host: string
  readonly port: number
  readonly secure: boolean
  /** The host is an address: nothing is looked up. */
  readonly literal: boolean
}

const longestUrl = 8_192

/**
 * Reads a URL the way the connection will: WHATWG URL turns `127.1`, `0x7f000001`, `2130706433` and full-width digits
 * into the address they stand for. A trailing dot of the host is dropped, since certificates, SNI and the hosts file
 * know names without it. Throws EgressError "bad-url" or "blocked-scheme".
 */
export function parseTarget(text: string | URL): Target {
  const url = read(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new EgressError('blocked-scheme', 'policy', url.hostname)
  }
  const name = url.hostname.replace(/\.$/, '')
  const host = name.replace(/^\[|\]$/g, '')
  // A user name would be a secret in a URL; empty labels are nobody's name.
  if (url.username !== '' || url.password !== '' || !/^[^.]+(\.[^.]+)*$/.test(host)) {
    throw new EgressError('bad-url', 'policy')
  }
  url.hostname = name
  url.hash = ''
  const secure = url.protocol === 'https:'
  return { url, host, port: Number(url.port || (secure ? 443 : 80)), secure, literal: isIP(host) !== 0 }
}

function read(text: string | URL): URL {
  try {
    const url = new URL(text)
    if (url.href.length <= longestUrl) {
      return url
    }
  } catch {
    // Falls through: the text itself stays out of the error, it may hold a secret.
  }
  throw new EgressError('bad-url', 'policy')
}
