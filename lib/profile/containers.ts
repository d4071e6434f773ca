import { MOST_BYTES } from '../plist/limits'
import { sniff } from '../plist/sniff'
import { decodeText } from '../plist/text'
import type { PlistValue } from '../plist/value'
import { writeXml } from '../plist/xml/writer'
import { profilesInAnswer } from './containers/classic-api'
import type { Container, Inner, Part } from './containers/container'
import { enclosedInJson, enclosedInTree, enclosingMarks, listedProfiles } from './containers/enclosed'
import { domainsInList } from './containers/managed-list'
import { installedProfiles } from './containers/profiles-show'
import { repeatedMember } from './containers/repeated-member'
import { ProfileError } from './errors'
import { inferDomain } from './payloads/infer-domain'
import { isProfile } from './payloads/shapes'
import { fromTypedJson, TypedJsonError } from './typed-json'

/** Marks of property lists that may hold profiles; without one, a file is read only once. */
const MARKS = new RegExp(
  `<key>(?:ProfileItems|mcxdomain|mcx_domain|value|com\\.jamf\\.connect[\\w.]*|${enclosingMarks.join('|')})</key>`,
)

/**
 * The profiles inside a file that is none itself: the output of `profiles show`, the complete list of managed preferences
 * of a Mac, an answer of Jamf Pro's Classic API as XML or JSON, MDM commands and other envelopes around a profile, and
 * the JSON that `latchkey convert` writes. Null for every other file, damaged ones among them: opening it says what it is. Nothing is fetched and no entity is expanded.
 * Throws ProfileError `broken-json` for JSON of a profile with a value that no property list holds or with a member that
 * stands twice, and `nothing-inside` for an answer without a profile.
 */
export async function unpack(bytes: Uint8Array, fileName = ''): Promise<Container | null> {
  const kind = sniff(bytes)
  // The readers refuse larger ones by name.
  if (bytes.length > MOST_BYTES || !['xml', 'binary', 'unknown'].includes(kind)) {
    return null
  }
  try {
    if (kind === 'binary') {
      const { readPlist } = await import('../plist/document')
      return ofTree(readPlist(bytes).root)
    }
    const { text } = decodeText(bytes)
    return kind === 'xml' ? await ofXml(text) : ofJson(text, fileName)
  } catch (error) {
    if (error instanceof ProfileError) {
      throw error
    }
    return null
  }
}

async function ofXml(text: string): Promise<Container | null> {
  const answer = profilesInAnswer(text)
  if (answer !== null || !MARKS.test(text)) {
    return answer
  }
  const { readXml } = await import('../plist/xml/reader')
  return ofTree(readXml(text))
}

function ofTree(root: PlistValue): Container | null {
  if (isProfile(root)) {
    return null
  }
  const found = installedProfiles(root) ?? listedProfiles(root) ?? domainsInList(root)
  return found ? { ...found, inner: found.parts.map((part) => written(part)) } : enclosedInTree(root)
}

function ofJson(text: string, fileName: string): Container | null {
  const json: unknown = JSON.parse(text)
  const repeated = repeatedMember(text)
  if (repeated !== null) {
    throw new ProfileError(
      'broken-json',
      `The JSON has the member “${repeated.slice(0, 60)}” more than once in one object, and only the last one would be read. Keep one of them.`,
    )
  }
  return inJson(json, fileName)
}

/** What JSON of a profile that keeps the types of property lists is called. */
export const TYPED_JSON = 'JSON of Latchkey'

function inJson(json: unknown, fileName: string): Container | null {
  const answer = profilesInAnswer(json) ?? enclosedInJson(json)
  if (answer !== null) {
    return answer
  }
  const root = profileOf(json)
  const inside = ofTree(root)
  if (inside !== null || root.type !== 'dict') {
    return inside
  }
  const plist = fileName.replace(/\.json$/i, '.plist')
  const known = isProfile(root) || inferDomain(root, plist) !== null
  return known ? { kind: TYPED_JSON, inner: [written({ name: '', root }, plist)], unread: [] } : null
}

/** JSON that speaks of payloads is one of ours, so that what is wrong with it is worth saying. */
function profileOf(json: unknown): PlistValue {
  try {
    return fromTypedJson(json, 'The file')
  } catch (error) {
    if (
      error instanceof TypedJsonError &&
      json !== null &&
      typeof json === 'object' &&
      'PayloadContent' in json
    ) {
      throw new ProfileError('broken-json', error.message)
    }
    throw error
  }
}

function written({ name, root }: Part, fileName = ''): Inner {
  return { name, fileName, bytes: new TextEncoder().encode(writeXml(root)), rebuilt: true }
}
