import type { Issue } from '@/lib/api/issue'
import type { PlistDict, PlistValue } from '@/lib/plist/value'
import { openXml, type XmlSource } from '@/lib/plist/xml/patch'
import { mergeLinked } from '@/lib/products/links'
import { inspect } from '@/lib/profile/inspect'
import { findSettings, type SettingsPlace, settingsByDomain } from '@/lib/profile/payloads/shapes'

/** The settings of a profile by domain, and where they are. */
export type FoundSettings = {
  readonly settings: ReadonlyMap<string, PlistDict>
  readonly places: readonly SettingsPlace[]
  /** The text that was opened; absent when the file was no XML. */
  readonly snapshot?: { readonly source: XmlSource } | undefined
  /** What the file is called: it tells whether a list is taken for a profile. */
  readonly fileName?: string | undefined
}

/** Every issue of a profile, what linked keys share told once. */
export function findIssues(root: PlistValue, found: FoundSettings): Issue[] {
  const { settings, places, snapshot, fileName } = found
  const named = fileName === undefined ? {} : { fileName }
  return mergeLinked(inspect(root, { settings, places, source: snapshot?.source, ...named }), settings)
}

/** The same of a profile that is given as XML; `fileName` tells the domain of a bare one. Throws PlistError for bad XML. */
export function findIssuesInText(text: string, fileName: string | undefined): Issue[] {
  const source = openXml(text)
  const places = findSettings(source.root, fileName)
  const settings = settingsByDomain(source.root, places)
  return findIssues(source.root, { settings, places, snapshot: { source }, fileName })
}
