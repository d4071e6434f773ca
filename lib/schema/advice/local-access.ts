import { findKey } from '../keys'
import { itemDefinition, replacementFor } from '../repairs'
import { sampleIn } from '../samples'
import { typesOf } from '../value-schema'
import { nameOfPath } from '../words'
import {
  advise,
  has,
  login,
  on,
  type Place,
  type Rule,
  repair,
  type Subject,
  switchOf,
  textsOf,
  valueIn,
} from './rule'

const denyLocal = login('DenyLocal')
const localFallback = login('LocalFallback')
const excluded = login('DenyLocalExcluded')

/** Whether a rule is about people who may no longer get into their Macs, which nobody should miss. */
export function isAboutAccess(rule: string): boolean {
  return rule === 'lock-out'
}

/** With DenyLocal, an identity provider that cannot be reached locks everybody out. */
export const lockOut: Rule = (subject) => {
  const denies = deniesLocal(subject)
  if (denies === 'no' || switchOf(subject, localFallback) === true || letsIn(subject)) {
    return []
  }
  const who = denies === 'yes' ? 'DenyLocal' : 'DenyLocal, if a Mac takes its value for on,'
  const message = `${who} lets nobody in while the identity provider or the network is down, administrators included. Turn on LocalFallback, or name a local administrator in DenyLocalExcluded.`
  const uncounted = [localFallback, excluded].filter(
    (place) => has(subject, place) && !isRead(subject, place),
  )
  return [
    advise(
      'lock-out',
      denyLocal,
      [message, ...uncounted.map(notCounted)].join(' '),
      repair('Turn on LocalFallback', [localFallback, on]),
    ),
  ]
}

/** Whether DenyLocal is on. Of text or a number that means on, some readers of preferences make a switch. */
function deniesLocal(subject: Subject): 'yes' | 'maybe' | 'no' {
  const value = valueIn(subject, denyLocal)
  if (value?.type === 'boolean') {
    return value.value ? 'yes' : 'no'
  }
  const key = findKey(denyLocal.domain, denyLocal.path)
  const meant = value && key && replacementFor('wrong-type', value, key.definition)?.value
  return meant?.type === 'boolean' && meant.value ? 'maybe' : 'no'
}

const notCounted = ({ path }: Place) =>
  `What ${nameOfPath(path)} holds is of the wrong type, which a Mac may leave unread, and is not counted.`

/** Whether somebody is excepted by name: by a list of texts, of which one is no blank and nothing to be filled in. */
function letsIn(subject: Subject): boolean {
  const key = findKey(excluded.domain, excluded.path)
  return (
    key !== undefined &&
    isRead(subject, excluded) &&
    textsOf(subject, excluded).some(
      (each) => each.trim() !== '' && sampleIn(each, key.name, itemDefinition(key.definition)) !== 'blank',
    )
  )
}

/** Whether the value is of the type that the key has, its elements too: a Mac does not read one of another type. */
function isRead(subject: Subject, { domain, path }: Place): boolean {
  const key = findKey(domain, path)
  const value = valueIn(subject, { domain, path })
  return (
    key !== undefined &&
    value !== undefined &&
    typesOf(key.definition).includes(value.type) &&
    (value.type !== 'array' || value.items.every(({ type }) => type === 'string'))
  )
}

/** Account migration happens at a sign-in with the identity provider, which local sign-in would bypass. */
export const migrationNeedsDenyLocal: Rule = (subject) => {
  if (switchOf(subject, login('Migrate')) !== true || switchOf(subject, denyLocal) === true) {
    return []
  }
  const message =
    'Migrate connects an account at the first sign-in with the identity provider. Jamf asks for DenyLocal with it; otherwise people may keep signing in locally and are never connected.'
  const both = repair('Turn on DenyLocal and LocalFallback', [denyLocal, on], [localFallback, on])
  return [advise('migration-needs-deny-local', login('Migrate'), message, both)]
}
