import type { Manifest, Section } from '../../schema/manifest'
import type { ProviderId } from './providers/provider-rows'

/** The names that the manifests of Jamf Connect use. */
export type JamfNames = {
  readonly provider: ProviderId
  readonly format: 'okta-address' | 'authorization-server' | 'scopes'
  /** The tabs of Jamf Connect Configuration; More holds the companion domains. */
  readonly tab: 'identity-provider' | 'login' | 'connect' | 'more'
}

/** Checks a section against the vocabulary and keeps its literal types. */
export const defineSection = <const S extends Section<JamfNames>>(section: S): S => section

/** Checks a manifest against the vocabulary and keeps its literal types. */
export const defineManifest = <const M extends Manifest<JamfNames>>(manifest: M): M => manifest
