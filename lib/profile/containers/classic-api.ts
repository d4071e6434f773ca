import type { Container, Inner } from '../containers'
import { ProfileError } from '../errors'
import { decodeEntities } from './entities'
import { profileInText } from './profile-text'

/** What the Classic API calls a profile for Macs and for mobile devices; the latter is read for what it is. */
const ELEMENT = /<(?:os_x|mobile_device)?_?configuration_profile\b/
const PAYLOADS = /<payloads>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>\s*|([\s\S]*?))<\/payloads>/g
const MAX_DEPTH = 8

/**
 * The profiles in an answer of Jamf Pro's Classic API, GET /JSSResource/osxconfigurationprofiles/id/{id}: XML text or
 * parsed JSON, the profile under `payloads` as escaped text. Null for anything else; throws ProfileError `nothing-inside`
 * for an answer without a profile, or one that is cut.
 * https://developer.jamf.com/jamf-pro/reference/findosxconfigurationprofilesbyid
 */
export function profilesInAnswer(answer: unknown): Container | null {
  const inner = typeof answer === 'string' ? inXml(answer) : inJson(answer, '', 0)
  return inner.length === 0 ? refuseEmpty(answer) : { kind: KIND, inner, unread: [] }
}

function inXml(text: string): Inner[] {
  if (!ELEMENT.test(text.slice(0, 4096))) {
    return []
  }
  const names = [...text.matchAll(/<general>[\s\S]*?<name>([^<]*)<\/name>/g)].map(([, name]) => name ?? '')
  return [...text.matchAll(PAYLOADS)].flatMap(([, raw, escaped], index) =>
    innerOf(decodeEntities(names[index] ?? ''), raw ?? escaped ?? ''),
  )
}

function inJson(node: unknown, name: string, depth: number): Inner[] {
  if (node === null || typeof node !== 'object' || depth > MAX_DEPTH) {
    return []
  }
  const own = 'name' in node && typeof node.name === 'string' ? node.name : name
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'payloads' && typeof value === 'string' ? innerOf(own, value) : inJson(value, own, depth + 1),
  )
}

function innerOf(name: string, text: string): Inner[] {
  const bytes = profileInText(text)
  return bytes === null ? [] : [{ name, fileName: '', bytes, rebuilt: false }]
}

const ANSWER = /^\s*(?:<\?xml[^>]*>\s*)?<((?:os_x|mobile_device)_configuration_profiles?)\b/

/** An answer without a profile that can be read: that it is one says more than what a property list lacks. */
function refuseEmpty(answer: unknown): null {
  const isText = typeof answer === 'string'
  const root = isText
    ? ANSWER.exec(answer)?.[1]
    : Object.keys(answer ?? {}).find((key) => /^(?:os_x|mobile_device)_configuration_profiles?$/.test(key))
  if (root === undefined) {
    return null
  }
  const isCut = isText && !answer.includes(`</${root}>`)
  const why = isCut
    ? 'which ends too early: a part of it is missing. Fetch it again.'
    : 'and there is no profile in its “payloads”. Fetch one profile by its ID.'
  throw new ProfileError('nothing-inside', `This is ${KIND}, ${why}`)
}

const KIND = "the answer of Jamf Pro's Classic API"
