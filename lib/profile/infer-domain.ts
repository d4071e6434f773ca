import type { PlistValue } from '../plist/value'
import { jamfConnectDomains } from './domains'
import { knownKeys } from './known-keys'
import { commonPayloadKeys } from './payload-keys'

/**
 * The domain of a bare dictionary of preferences: the one its file name ends in or contains ("com.jamf.connect.plist",
 * "Okta com.jamf.connect.login (1).plist"), else the one that knows more than half of its keys, and more than any
 * other domain does. Null when neither says.
 */
export function inferDomain(root: PlistValue, fileName?: string): string | null {
  if (root.type !== 'dict') {
    return null
  }
  return domainInName(fileName ?? '') ?? domainOfKeys(root.entries.map(({ key }) => key))
}

function domainInName(fileName: string): string | null {
  const base = (fileName.split(/[/\\]/).at(-1) ?? '').toLowerCase().replace(/\.(plist|mobileconfig|xml)$/, '')
  const found = jamfConnectDomains.filter((domain) => {
    const at = base.lastIndexOf(domain)
    return at >= 0 && !/^\.?[a-z]/.test(base.slice(at + domain.length))
  })
  return found.toSorted((left, right) => right.length - left.length)[0] ?? null
}

function domainOfKeys(all: readonly string[]): string | null {
  const keys = all.filter((key) => !commonPayloadKeys.includes(key))
  const ranked = jamfConnectDomains
    .map((domain) => ({ domain, known: keys.filter((key) => knownKeys.get(domain)?.has(key)).length }))
    .toSorted((left, right) => right.known - left.known)
  const [best, second] = ranked
  return best && second && best.known * 2 > keys.length && best.known > second.known ? best.domain : null
}
