import type { Flaw } from './flaw'
import type { Format } from './manifest'
import type { FormatReader, ProductFacts } from './product'
import { schemeFlaw, urlIn, withoutScheme } from './web-address'

const formats: { readonly [F in Format]: FormatReader } = {
  url: {
    inWords: 'a whole address with its scheme',
    read: (text) => addressFlaw(text, /^[a-z][a-z0-9+.-]*:/i, 'with its scheme, such as https://'),
  },
  'https-url': {
    inWords: 'an address that begins with https://',
    read: (text) => addressFlaw(text, /^https?:/i, 'that begins with https://'),
  },
  host: { inWords: 'a host name without https://', read: hostFlaw },
  realm: { inWords: 'a Kerberos realm in capitals', read: realmFlaw },
  'absolute-path': { inWords: 'the whole path of a file', read: pathFlaw },
  // Only the space around it can be wrong with the name of a claim.
  claim: { inWords: 'the name of a claim in the ID token', read: () => null },
  'bundle-identifier': {
    inWords: 'a bundle identifier',
    read: (text) =>
      /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text)
        ? null
        : { severity: 'error', message: 'has to be a bundle identifier, such as com.jamf.selfserviceplus.' },
  },
}

/** Whether a format has a reader. */
export function isFormat(format: string, product: Pick<ProductFacts, 'formats'>): boolean {
  return Object.hasOwn(formats, format) || Object.hasOwn(product.formats, format)
}

/** The format with this name: the product's own, or one of all. A name that nobody reads is a fault of the manifest. */
export function formatOf(format: string, product: Pick<ProductFacts, 'formats'>): FormatReader {
  const own: { readonly [format: string]: FormatReader | undefined } = product.formats
  const found = own[format] ?? (Object.hasOwn(formats, format) ? formats[format as Format] : undefined)
  if (found === undefined) {
    throw new RangeError(`No format is called ${format}.`)
  }
  return found
}

/** What is wrong with a text of a format, or null; of every format alike, what space around a text does. */
export function flawIn(
  text: string,
  format: string,
  product: Pick<ProductFacts, 'formats' | 'reader'>,
): Flaw | null {
  const { read, readsSpace } = formatOf(format, product)
  return (readsSpace ? null : spaceAround(text, read, product.reader)) ?? read(text)
}

/** Space around a text that is more than that; what else is wrong with the text is said along and mended with it. */
function spaceAround(text: string, read: FormatReader['read'], reader: string): Flaw | null {
  const trimmed = text.trim()
  if (trimmed === text || trimmed === '') {
    return null
  }
  const other = read(trimmed)
  const space = `begins or ends with a space or line break, and ${reader} takes it as it is.`
  return {
    severity: 'error',
    message: other === null ? space : `${space} It ${other.message}`,
    suggestion: other?.suggestion ?? trimmed,
  }
}

function addressFlaw(text: string, scheme: RegExp, expected: string): Flaw | null {
  if (/\s/.test(text)) {
    return {
      severity: 'error',
      message: 'holds a space, which an address cannot. Write it as %20 or remove it.',
    }
  }
  const misspelt = schemeFlaw(text)
  if (misspelt !== null) {
    const message = 'has a scheme that is misspelt or stands twice. It has to begin with https:// once.'
    return { severity: 'error', message, ...(misspelt.meant === null ? {} : { suggestion: misspelt.meant }) }
  }
  if (!scheme.test(text) || /^[^:/]+\.[^:/]+:\d/.test(text)) {
    const guess = /^[^/:]+\.[^/:]+/.test(text) ? { suggestion: `https://${text}` } : {}
    return { severity: 'error', message: `has to be a whole address ${expected}.`, ...guess }
  }
  const webAddress = /^https?:/i.test(text)
  if (webAddress && text.includes('\\')) {
    const meant = text.replaceAll('\\', '/')
    const message = 'holds a backslash, which a web address does not have. Write / instead.'
    return { severity: 'error', message, ...(urlIn(meant) === null ? {} : { suggestion: meant }) }
  }
  return webAddress && (!/^https?:\/\/[^/]/i.test(text) || urlIn(text) === null)
    ? {
        severity: 'error',
        message: 'is not an address that a browser could open. Check what follows the scheme.',
      }
    : null
}

function hostFlaw(text: string): Flaw | null {
  const host = withoutScheme(text.trim()).replace(/[/?#].*$/, '')
  if (!/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?$/.test(host)) {
    return { severity: 'error', message: 'has to be a host name, such as acme.okta.com.' }
  }
  return host === text
    ? null
    : {
        severity: 'error',
        message: `has to be the host name alone, ${superfluous(text)}.`,
        suggestion: host,
      }
}

/** What stands around the host of an address: only what is there. */
function superfluous(text: string): string {
  const rest = withoutScheme(text)
  const scheme = text.slice(0, text.length - rest.length)
  const behind = /[/?#].*$/s.exec(rest)?.[0]
  const path = behind === '/' ? 'the slash behind it' : 'what follows it'
  const parts = [...(scheme === '' ? [] : [scheme]), ...(behind === undefined ? [] : [path])]
  return parts.map((part) => `without ${part}`).join(' and ')
}

function realmFlaw(text: string): Flaw | null {
  const realm = text.trim().toUpperCase()
  if (!/^[A-Z0-9-]+(\.[A-Z0-9-]+)*$/.test(realm)) {
    return { severity: 'error', message: 'has to be a Kerberos realm, such as ACME.EXAMPLE.' }
  }
  return realm === text
    ? null
    : {
        severity: 'advice',
        message:
          'is not all capitals. Active Directory realms are, and Kerberos tells capitals from small letters.',
        suggestion: realm,
      }
}

function pathFlaw(text: string): Flaw | null {
  if (/^file:/i.test(text)) {
    const meant = pathIn(text)
    const message = 'has to be the path of a file on the Mac, not a file address.'
    return { severity: 'error', message, ...(meant === null ? {} : { suggestion: meant }) }
  }
  if (text.includes('\\')) {
    const windows = /^[a-z]:|^\\\\/i.test(text)
    const meant = text.includes('/') ? text.replace(ESCAPED, '$1') : text.replaceAll('\\', '/')
    const message = windows
      ? 'is a path of Windows. It has to be the path of a file on the Mac, beginning with /.'
      : 'holds a backslash. Write the path as it is, without escaping spaces.'
    const whole = !windows && meant.startsWith('/') && !meant.includes('\\')
    return { severity: 'error', message, ...(whole ? { suggestion: meant } : {}) }
  }
  if (text.startsWith('~')) {
    return {
      severity: 'error',
      message:
        'begins in a home folder, which nobody has yet at the login window. Use a path that begins with /.',
    }
  }
  return text.startsWith('/')
    ? null
    : { severity: 'error', message: 'has to be the whole path of a file, beginning with /.' }
}

/** What a shell wants escaped; a backslash before anything else may have been meant as a part of the path. */
const ESCAPED = /\\([ ()&'"$!*?[\]{};<>|#~`])/g

/**
 * The path on a Mac that a file address means (RFC 8089); null for one of another computer, of a drive of Windows or of a
 * home folder, and for one with broken escapes.
 */
function pathIn(address: string): string | null {
  const [, path] =
    /^file:(?:\/\/(?:localhost)?)?(\/(?![/\\~]|[a-z](?::|\||%3a|%7c))[^?#]*)$/i.exec(address) ?? []
  try {
    const meant = path === undefined ? null : decodeURIComponent(path)
    return meant === null || /[\p{Cc}\\]/u.test(meant) ? null : meant
  } catch {
    return null
  }
}
