import { asciiWords } from './export/export-name'

/** Words that tell the kind of a company rather than its name, where they end it. */
const KINDS: ReadonlySet<string> = new Set(
  'ab ag as bv co corp corporation gmbh inc incorporated kg limited llc llp ltd nv oy plc pty sa sarl sas srl ug'.split(
    ' ',
  ),
)
/** Longest label, as in domain names. */
const LONGEST = 63
const DOMAIN = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/i

/**
 * A PayloadIdentifier that people can read, in the reverse-DNS style that Apple asks for: `com.acme.jamfconnect.berlin-macs` for
 * “Acme, Inc.” and “Jamf Connect for Berlin Macs”. An organization that is written as a domain name is turned around. Null when
 * the organization has no letter or digit that an identifier can carry.
 * https://developer.apple.com/documentation/devicemanagement/toplevel
 */
export function readableIdentifier(organization: string, name: string): string | null {
  const owner = ownerOf(organization.trim())
  if (owner === null) {
    return null
  }
  const words = wordsOf(name.replace(/^\s*jamf\s+connect\b(?:\s+(?:for|at|of)\b)?/i, ''))
  const own = label(words)
  return [...owner, 'jamfconnect', ...(own === '' || own === owner.at(-1) ? [] : [own])].join('.')
}

/** The same identifier and others like it, for when another profile has it. */
export function alikeIdentifiers(identifier: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? identifier : `${identifier}-${index + 1}`,
  )
}

function ownerOf(organization: string): readonly string[] | null {
  if (DOMAIN.test(organization)) {
    return organization.toLowerCase().split('.').toReversed()
  }
  const words = wordsOf(organization)
  while (words.length > 1 && KINDS.has(words.at(-1) ?? '')) {
    words.pop()
  }
  const owner = label(words)
  return owner === '' ? null : ['com', owner]
}

const wordsOf = (text: string): string[] =>
  asciiWords(text)
    .toLowerCase()
    .match(/[a-z\d]+/g) ?? []

const label = (words: readonly string[]) => words.join('-').slice(0, LONGEST).replace(/-+$/, '')
