import type { Egress, EgressAnswer } from '../../egress/egress'
import type { DiscoveryAddress } from '../../products/jamf-connect/providers/discovery-url'
import { type Vendor, vendorAt, vendorOf } from '../../products/jamf-connect/providers/vendors'
import type { Settings } from '../../schema/settings'
import type { ClientSettings } from '../client-settings'
import type { KeySet } from './key-set'
import type { Metadata } from './metadata'

/** What the discovery checks work with; a check notes in it what later ones need. */
export type DiscoveryContext = {
  readonly egress: Egress
  readonly settings: Settings
  readonly client: ClientSettings
  /** Null when the configuration does not say where the document is. */
  readonly address: DiscoveryAddress | null
  /** Milliseconds since 1970. */
  readonly now: () => number
  answer?: EgressAnswer
  /** When the answer arrived, in milliseconds since 1970. */
  answeredAt?: number
  document?: Readonly<Record<string, unknown>>
  metadata?: Metadata
  keys?: KeySet
}

/** The metadata that an earlier check read. A check that uses it needs "discovery.json". */
export function metadataOf(context: DiscoveryContext): Metadata {
  if (context.metadata === undefined) {
    throw new TypeError('The discovery document has not been read.')
  }
  return context.metadata
}

/** The product behind the address, else behind the issuer, else the configured provider. */
export function vendorBehind({ client, address, metadata }: DiscoveryContext): Vendor | null {
  const shown = [address?.url, metadata?.issuer].find((each) => each !== undefined && vendorAt(each) !== null)
  return vendorOf(client.provider, shown)
}
