import { distance } from '../../schema/nearest'

/**
 * Preference domains of Jamf Connect: those of the current version, then those of version 1 and the state that the app
 * itself writes. https://learn.jamf.com/r/en-US/jamf-connect-documentation-current
 */
export const jamfConnectDomains: readonly string[] = [
  'com.jamf.connect.login',
  'com.jamf.connect',
  'com.jamf.connect.actions',
  'com.jamf.connect.shares',
  'com.jamf.connect.authchanger',
  'com.jamf.connect.sync',
  'com.jamf.connect.verify',
  'com.jamf.connect.state',
]

/** Display names as Jamf Connect Configuration writes them, for payloads that are added. */
const TITLES: { readonly [domain: string]: string } = {
  'com.jamf.connect.login': 'Jamf Connect Login',
  'com.jamf.connect': 'Jamf Connect',
  'com.jamf.connect.actions': 'Jamf Connect Actions',
  'com.jamf.connect.shares': 'Jamf Connect Shares',
  'com.jamf.connect.authchanger': 'Jamf Connect authchanger',
}

/** Whether this is, letter for letter, a preference domain of Jamf Connect. */
export function isJamfConnectDomain(name: string): boolean {
  return jamfConnectDomains.includes(name)
}

/** What a payload for the domain is called when it has no display name yet. */
export function domainTitle(domain: string): string {
  return TITLES[domain] ?? domain
}

/**
 * The domain that a misspelt one means: the name of its file ("com.jamf.connect.login.plist"), other case, other
 * separators ("com;jamf.connect.actions"), or up to two wrong letters. Null when the name is right, or like no domain.
 */
export function meantDomain(name: string): string | null {
  if (isJamfConnectDomain(name) || name.length > 60) {
    return null
  }
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/\.(plist|mobileconfig|xml|json)$/, '')
    .replaceAll(/[^a-z0-9]+/g, '.')
  return (
    jamfConnectDomains.find((domain) => domain === plain) ??
    jamfConnectDomains.find((domain) => distance(plain, domain, 2) <= 2) ??
    null
  )
}
