import type { Issue } from '@/lib/api/issue'
import type { PlistDict, PlistValue } from '@/lib/plist/value'
import { openXml, type XmlSource } from '@/lib/plist/xml/patch'
import { mergeLinked } from '@/lib/products/linked-issues'
import { inspect } from '@/lib/profile/inspect'
import { findSettings, type SettingsPlace, settingsByDomain } from '@/lib/profile/payloads/shapes'

/** A profile as it is at one moment: what a ProfileStore says of it. */
export type ProfileNow = {
  readonly root: PlistValue
  /** The settings by domain, and where they are. */
  readonly settings: ReadonlyMap<string, PlistDict>
  readonly places: readonly SettingsPlace[]
  /** The text that was read. */
  readonly snapshot: { readonly source: XmlSource }
  /** What the file is called: it tells whether a list is taken for a profile. */
  readonly fileName: string
}

/** Every issue of a profile, what linked keys share told once. */
export function findIssues({ root, settings, places, snapshot: { source }, fileName }: ProfileNow): Issue[] {
  return mergeLinked(inspect(root, { settings, places, source, fileName }), settings)
}

/** The same of a profile that is given as XML; `fileName` tells the domain of a bare one. Throws PlistError for bad XML. */
export function findIssuesInText(text: string, fileName: string): Issue[] {
  const source = openXml(text)
  const { root } = source
  const places = findSettings(root, fileName)
  return findIssues({
    root,
    settings: settingsByDomain(root, places),
    places,
    snapshot: { source },
    fileName,
  })
}
