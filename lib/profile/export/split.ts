import { child, withValue } from '../../plist/tree'
import type { PlistDict, PlistValue } from '../../plist/value'
import { domainTitle, isProductDomain } from '../../products/domains'
import { text } from '../payloads/build'
import { MANAGED_PREFERENCES, textOf } from '../payloads/payload-keys'
import { withPayloads } from './convert'
import { type Marks, marksIn, withDerivedIdentity } from './derived-identity'

/** One profile of several: what it is for, its domains, its tree. `part` is "other" for everything not Jamf Connect's. */
export type ProfilePart = {
  readonly part: string
  readonly domains: readonly string[]
  readonly root: PlistValue
}

/**
 * The profile as one profile per domain, and one more for the foreign payloads when there are any. Each part has an
 * identity that follows from the profile's and its domain, so that exporting again replaces what is installed.
 */
export function splitByDomain(root: PlistValue, domains: readonly string[]): ProfilePart[] {
  const marks = marksIn(root)
  const parts = domains.map((domain) => ({
    part: domain.split('.').at(-1) ?? domain,
    domains: [domain],
    root: partOf(
      { root, marks },
      { name: domain, title: domainTitle(domain), belongs: (key) => key === domain },
    ),
  }))
  const other = partOf(
    { root, marks },
    { name: 'other', title: 'other payloads', belongs: (key) => !isProductDomain(key) },
  )
  return [...parts, { part: 'other', domains: [], root: other }].filter(({ root: part }) => {
    const content = child(part, 'PayloadContent')
    return content?.type === 'array' && content.items.length > 0
  })
}

/** The profile that is parted, and what identities there are in it and in its parts. */
type Whole = { readonly root: PlistValue; readonly marks: Marks }
type Share = {
  readonly name: string
  readonly title: string
  readonly belongs: (domain: string) => boolean
}

function partOf({ root, marks }: Whole, share: Share): PlistValue {
  const { name, title } = share
  const part = withDerivedIdentity(
    withPayloads(root, (payload) => restricted(payload, share, marks)),
    name,
    marks,
  )
  const before = textOf(root, 'PayloadDisplayName')
  return withValue(part, ['PayloadDisplayName'], text(before ? `${before} (${title})` : title))
}

/** The payload with the domains that belong to a part. What several parts share is told apart by its identity. */
function restricted(payload: PlistDict, { name, belongs }: Share, marks: Marks): readonly PlistDict[] {
  const type = textOf(payload, 'PayloadType')
  const content = child(payload, 'PayloadContent')
  if (type !== MANAGED_PREFERENCES || content?.type !== 'dict' || content.entries.length === 0) {
    return belongs(type) ? [payload] : []
  }
  const entries = content.entries.filter(({ key }) => belongs(key))
  if (entries.length === content.entries.length || entries.length === 0) {
    return entries.length === 0 ? [] : [payload]
  }
  const own = withValue(payload, ['PayloadContent'], { type: 'dict', entries }) as PlistDict
  return [entries[0] === content.entries[0] ? own : withDerivedIdentity(own, name, marks)]
}
