/** A product that Jamf Connect takes the place of, or that takes the place of Jamf Connect. */
export type OtherProduct = {
  readonly name: string
  /** Whether it draws the login window, which only one product can. */
  readonly loginWindow: boolean
}

/**
 * Preference domains by product; a domain below one of them belongs to the same product. Sources:
 * https://github.com/jamf/NoMAD, https://github.com/jamf/NoMADLogin-AD, https://github.com/twocanoes/xcreds,
 * https://github.com/ProfileManifests/ProfileManifests
 */
const DOMAINS: readonly (readonly [domain: string, product: OtherProduct])[] = [
  ['com.trusourcelabs.NoMAD', { name: 'NoMAD', loginWindow: false }],
  ['menu.nomad.NoMADPro', { name: 'NoMAD Pro', loginWindow: false }],
  ['menu.nomad.login', { name: 'NoMAD Login', loginWindow: true }],
  ['menu.nomad', { name: 'NoMAD', loginWindow: false }],
  ['com.twocanoes.xcreds', { name: 'XCreds', loginWindow: true }],
]

/** The product whose settings a preference domain holds, whatever its capitals; null for any other domain. */
export function otherProduct(domain: string): OtherProduct | null {
  const wanted = domain.toLowerCase().replace(/\.plist$/, '')
  const found = DOMAINS.find(
    ([own]) => wanted === own.toLowerCase() || wanted.startsWith(`${own.toLowerCase()}.`),
  )
  return found?.[1] ?? null
}
