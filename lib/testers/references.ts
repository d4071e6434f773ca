import type { Reference } from '../api/report'

/** Sections of the specifications that checks rest on. */
const core = 'https://openid.net/specs/openid-connect-core-1_0.html'
const discovery = 'https://openid.net/specs/openid-connect-discovery-1_0.html'

/** OpenID Connect Core 1.0. */
export const oidcCore = (section: string, anchor: string): Reference => ({
  label: `OpenID Connect Core ${section}`,
  url: `${core}#${anchor}`,
})

/** OpenID Connect Discovery 1.0. */
export const oidcDiscovery = (section: string, anchor: string): Reference => ({
  label: `OpenID Connect Discovery ${section}`,
  url: `${discovery}#${anchor}`,
})

/** An RFC and one of its sections. */
export const rfc = (number: number, section: string): Reference => ({
  label: `RFC ${number}, section ${section}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
})

const JAMF = 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/'

/** A page of Jamf's documentation. */
export const jamf = (page: string, title: string): Reference => ({
  label: `Jamf: ${title}`,
  url: `${JAMF}${page}`,
})
