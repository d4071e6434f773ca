import type { PlistDict, PlistValue } from '@/lib/plist/value'
import type { XmlSource } from '@/lib/plist/xml-patch'
import { inspect } from '@/lib/profile/inspect'
import type { SettingsPlace } from '@/lib/profile/shapes'
import type { Issue } from '@/lib/schema/issue'
import { mergeLinked } from '@/lib/schema/merge-linked'

/** The settings of a profile by domain, and where they are. */
export type FoundSettings = {
  readonly settings: ReadonlyMap<string, PlistDict>
  readonly places: readonly SettingsPlace[]
  /** The text that was opened; absent when the file was no XML. */
  readonly snapshot?: { readonly source: XmlSource } | undefined
}

/** Every issue of a profile, what linked keys share told once. */
export function findIssues(root: PlistValue, { settings, places, snapshot }: FoundSettings): Issue[] {
  return mergeLinked(inspect(root, { settings, places, source: snapshot?.source }), settings)
}
