import { ProfileError } from '../errors'
import type { Container, Inner } from './container'
import { decodeEntities } from './entities'
import { profileInText } from './profile-text'

/** Opening tags of what the Classic API calls a profile for Macs and for mobile devices; the latter is read for what it is. */
const ENTRY = /<((?:os_x_|mobile_device_)?configuration_profile)(?=[\s/>])/g
const ROOT = /^\s*(?:<\?xml[^>]*>\s*)?<((?:os_x|mobile_device)_configuration_profiles?)(?=[\s/>])/
const ROOT_MEMBER = /^(?:os_x|mobile_device)_configuration_profiles?$/
/** An answer begins with its root, so that the first tag stands early. */
const HEAD = 4096
const MAX_DEPTH = 8

/** What one entry of an answer gives: its profile, or its name when there is none that can be read. */
type Entries = Pick<Container, 'inner' | 'unread'>
const NOTHING: Entries = { inner: [], unread: [] }

/**
 * The profiles in an answer of Jamf Pro's Classic API, GET /JSSResource/osxconfigurationprofiles/id/{id}: XML text or
 * parsed JSON, the profile under `payloads` as escaped text; entries without one are named. Null for anything else; throws
 * ProfileError `nothing-inside` for an answer without a profile, or one that is cut.
 * https://developer.jamf.com/jamf-pro/reference/findosxconfigurationprofilesbyid
 */
export function profilesInAnswer(answer: unknown): Container | null {
  if (typeof answer === 'string') {
    refuseCut(answer)
  }
  const found = typeof answer === 'string' ? inXml(answer) : inJson(answer, '', 0)
  return found.inner.length === 0 ? refuseEmpty(answer) : { kind: KIND, ...found }
}

/** Each entry reaches to the next one; the text is walked once, however often a tag stands in it. */
function inXml(text: string): Entries {
  if (text.slice(0, HEAD).search(ENTRY) < 0) {
    return NOTHING
  }
  const starts = [...text.matchAll(ENTRY)].map(({ index }) => index)
  return joined(
    starts.map((start, index) => {
      const entry = text.slice(start, starts[index + 1] ?? text.length)
      const name = decodeEntities(between(entry, 'name', entry.indexOf('<general>')) ?? '').trim()
      const payloads = between(entry, 'payloads', 0) ?? ''
      return entryOf(name || `entry ${index + 1}`, name, withoutCdata(payloads))
    }),
  )
}

/** The content of the first element of a name behind an offset; undefined when there is none. */
function between(text: string, element: string, from: number): string | undefined {
  const open = `<${element}>`
  const start = text.indexOf(open, Math.max(0, from))
  const end = start < 0 ? -1 : text.indexOf(`</${element}>`, start)
  return end < 0 ? undefined : text.slice(start + open.length, end)
}

function withoutCdata(text: string): string {
  const inside = text.trim()
  const isCdata = inside.startsWith('<![CDATA[') && inside.endsWith(']]>')
  return isCdata ? inside.slice('<![CDATA['.length, -']]>'.length) : text
}

function inJson(node: unknown, name: string, depth: number): Entries {
  if (node === null || typeof node !== 'object' || depth > MAX_DEPTH) {
    return NOTHING
  }
  const own = nameIn(node) ?? name
  return joined(
    Object.entries(node).map(([key, value]) => {
      if (key === 'payloads' && typeof value === 'string') {
        return entryOf(own || 'entry', own, value)
      }
      return Array.isArray(value) && ROOT_MEMBER.test(key)
        ? joined(value.map((each, index) => namedEntry(each, index, depth + 1)))
        : inJson(value, own, depth + 1)
    }),
  )
}

/** An entry of a list, which is named when nothing in it is read. */
function namedEntry(entry: unknown, index: number, depth: number): Entries {
  const found = inJson(entry, '', depth)
  return found.inner.length + found.unread.length > 0
    ? found
    : { inner: [], unread: [nameIn(entry) || `entry ${index + 1}`] }
}

function nameIn(node: unknown): string | undefined {
  const isNamed = typeof node === 'object' && node !== null && 'name' in node
  return isNamed && typeof node.name === 'string' ? node.name : undefined
}

function entryOf(label: string, name: string, text: string): Entries {
  const bytes = profileInText(text)
  const inner: Inner[] = bytes === null ? [] : [{ name, fileName: '', bytes, rebuilt: false }]
  return { inner, unread: bytes === null ? [label] : [] }
}

function joined(all: readonly Entries[]): Entries {
  return { inner: all.flatMap(({ inner }) => inner), unread: all.flatMap(({ unread }) => unread) }
}

/** A list that ends in the middle would look like a shorter one. */
function refuseCut(text: string): void {
  const root = ROOT.exec(text.slice(0, HEAD))?.[1]
  const isEmpty = root !== undefined && /^[^<>]*\/>/.test(text.slice(text.indexOf(`<${root}`) + 1, HEAD))
  if (root !== undefined && !isEmpty && !text.includes(`</${root}>`)) {
    refuse('which ends too early: a part of it is missing. Fetch it again.')
  }
}

/** An answer without a profile that can be read: that it is one says more than what a property list lacks. */
function refuseEmpty(answer: unknown): null {
  const isAnswer =
    typeof answer === 'string'
      ? ROOT.test(answer.slice(0, HEAD))
      : Object.keys(answer ?? {}).some((key) => ROOT_MEMBER.test(key))
  return isAnswer ? refuse('and there is no profile in its “payloads”. Fetch one profile by its ID.') : null
}

function refuse(why: string): never {
  throw new ProfileError('nothing-inside', `This is ${KIND}, ${why}`)
}

const KIND = "the answer of Jamf Pro's Classic API"
