import type { Container, Inner } from '../containers'
import { decodeEntities } from './entities'

/** What the Classic API calls a profile for Macs and for mobile devices; the latter is read for what it is. */
const ELEMENT = /<(?:os_x|mobile_device)?_?configuration_profile\b/
const PAYLOADS = /<payloads>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>\s*|([\s\S]*?))<\/payloads>/g
/** Answers are escaped once; tools that store them escape them again. */
const MOST_ESCAPES = 3
const MAX_DEPTH = 8

/**
 * The profiles in an answer of Jamf Pro's Classic API, GET /JSSResource/osxconfigurationprofiles/id/{id}: XML text or
 * parsed JSON, the profile under `payloads` as escaped text. Null when there is none.
 * https://developer.jamf.com/jamf-pro/reference/findosxconfigurationprofilesbyid
 */
export function profilesInAnswer(answer: unknown): Container | null {
  const inner = typeof answer === 'string' ? inXml(answer) : inJson(answer, '', 0)
  return inner.length === 0 ? null : { kind: "the answer of Jamf Pro's Classic API", inner, unread: [] }
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
  let profile = text.trimStart()
  for (let time = 0; time < MOST_ESCAPES && /^&(?:amp;)*lt;/.test(profile); time++) {
    profile = decodeEntities(profile).trimStart()
  }
  return /^<(?:\?xml|!DOCTYPE|plist)/.test(profile)
    ? [{ name, fileName: '', bytes: new TextEncoder().encode(profile), rebuilt: false }]
    : []
}
