import type { Issue, Repair } from '../../../api/issue'
import type { PlistPath, PlistValue } from '../../../plist/value'
import type { RetiredKey } from '../../../schema/manifest'
import { distance } from '../../../schema/nearest'
import type { Stray } from '../../../schema/walk'
import { nameOfPath } from '../../../schema/words'
import { findKey, findRetired, knownDomains, retiredDomains } from '../keys'
import { retiredInWords } from '../manifests/retired/words'
import { strayKeys } from './looked-up'
import { moveTo, removal } from './move'
import { advise, type Rule, refuse, type Subject } from './rule'

/** Keys of former versions, notes the app writes for itself, other spellings: what they are, and what takes their place. */
export const retiredKeys: Rule = (subject) => [
  ...strayKeys(subject, knownDomains).flatMap((stray) => explain(stray, subject)),
  ...[...subject.settings]
    .filter(([domain]) => retiredDomains.includes(domain))
    .flatMap(([domain, root]) => leaves(domain, [], root).flatMap((stray) => explain(stray, subject))),
]

/** A whole domain that Jamf Connect does not read, or no longer reads. */
export const unknownDomains: Rule = ({ settings }) =>
  [...settings.keys()]
    .filter((domain) => !knownDomains.includes(domain))
    .map((domain) => {
      const place = { domain, path: [] }
      const near = DOMAINS[domain] === undefined ? nearDomain(domain) : undefined
      return near === undefined
        ? advise('unknown-domain', place, DOMAINS[domain] ?? ownDomain(domain))
        : refuse('unknown-domain', place, misspelt(domain, near))
    })

function nearDomain(domain: string): string | undefined {
  const plain = domain.toLowerCase().replace(/\.plist$/, '')
  return knownDomains.find((each) => distance(each, plain, 2) < 3)
}

function ownDomain(domain: string): string {
  return `${domain} is not a preference domain of Jamf Connect. Its settings stay in the profile as they are.`
}

function misspelt(domain: string, near: string): string {
  return `${domain} is not a preference domain of Jamf Connect, so no setting in it has an effect. Did you mean ${near}?`
}

const DOMAINS: { readonly [domain: string]: string } = {
  'com.jamf.connect.sync':
    'com.jamf.connect.sync belongs to Jamf Connect Sync 1.x. Since version 2 its settings are in com.jamf.connect, under other names.',
  'com.jamf.connect.verify':
    'com.jamf.connect.verify belongs to Jamf Connect Verify 1.x. Since version 2 its settings are in com.jamf.connect, under other names.',
  'com.jamf.connect.state':
    'com.jamf.connect.state is where Jamf Connect keeps notes about each user on the Mac. Leave it out of profiles.',
}

function leaves(domain: string, path: PlistPath, value: PlistValue): Stray[] {
  if (value.type !== 'dict' || (path.length > 0 && findRetired(domain, path)?.successor !== undefined)) {
    return path.length === 0 ? [] : [{ domain, path, value }]
  }
  return value.entries.flatMap((entry) => leaves(domain, [...path, entry.key], entry.value))
}

function explain(stray: Stray, subject: Subject): Issue[] {
  const retired = findRetired(stray.domain, stray.path)
  if (retired === undefined) {
    return []
  }
  const known = knownDomains.includes(stray.domain)
  // The domain as a whole is explained once; its keys only where something can be done about them.
  if (!known && retired.successor === undefined) {
    return []
  }
  const words = retiredInWords(retired)
  const more = words === undefined ? '' : ` ${words}`
  const message = `${statements[retired.status](nameOfPath(stray.path), successorName(retired))}${more}`
  const say = retired.status === 'misplaced' ? refuse : advise
  return [say(`${retired.status}-key`, stray, message, repairOf(retired, stray, subject, known))]
}

function repairOf(retired: RetiredKey, stray: Stray, subject: Subject, known: boolean): Repair | undefined {
  const { successor } = retired
  const target = successor === undefined ? undefined : findKey(successor.domain, successor.path)
  const move = target === undefined ? undefined : moveTo(target, stray, stray.value, subject)
  return move ?? (target === undefined && known ? removal(stray) : undefined)
}

function successorName({ domain, successor }: RetiredKey): string | null {
  if (successor === undefined) {
    return null
  }
  const name = nameOfPath(successor.path)
  return successor.domain === domain ? name : `${name} in ${successor.domain}`
}

const statements: {
  readonly [S in RetiredKey['status']]: (name: string, successor: string | null) => string
} = {
  legacy: (name, successor) =>
    successor === null
      ? `${name} belongs to Jamf Connect 1.x. Later versions do not document it; remove it unless Macs still run 1.x.`
      : `${name} belongs to Jamf Connect 1.x. The key for this is now ${successor}.`,
  'written-by-app': (name) =>
    `${name} is a note that Jamf Connect writes for itself on the Mac. In a profile it would replace what the app finds out; remove it.`,
  misplaced: (name, successor) =>
    `${name} stands where Jamf Connect does not look for it. It belongs in its dictionary, as ${successor}.`,
  alias: (name, successor) =>
    `${name} is another spelling of ${successor}. Use the one that Jamf documents, and only once.`,
  artefact: (name) => `${name} is a mark that some tool left behind. Nothing reads it; remove it.`,
}
