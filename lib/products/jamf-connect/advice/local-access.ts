import type { PlistDict, PlistValue } from '../../../plist/value'
import { switchMeant } from '../../../schema/switches'
import { typesOf } from '../../../schema/value-schema'
import { nameOfPath } from '../../../schema/words'
import { findKey } from '../keys'
import { placeholders, variablesOfNobody } from './placeholders'
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
  text,
  textsOf,
  valueIn,
} from './rule'
import { systemAccounts } from './system-accounts'
import { copiedCharacters } from './texts'
import { oneTextList } from './written-values'

const denyLocal = login('DenyLocal')
const localFallback = login('LocalFallback')
const excluded = login('DenyLocalExcluded')

/** With DenyLocal, an identity provider that cannot be reached locks everybody out. */
export const lockOut: Rule = (subject) => {
  const denies = deniesLocal(subject)
  if (denies === 'no' || switchOf(subject, localFallback) === true) {
    return []
  }
  const names = namesLetIn(subject)
  if (names === 'usable') {
    return []
  }
  const who = denies === 'yes' ? 'DenyLocal' : 'DenyLocal, if a Mac takes its value for on,'
  const lets = names === 'doubtful' ? 'may let nobody in' : 'lets nobody in'
  const message = `${who} ${lets} while the identity provider or the network is down, administrators included. Turn on LocalFallback, or name a local administrator in DenyLocalExcluded.`
  const uncounted = [localFallback, excluded].filter(
    (place) => has(subject, place) && !isRead(subject, place),
  )
  return [
    {
      ...advise(
        'lock-out',
        denyLocal,
        [message, ...uncounted.map(notCounted), ...(names === 'doubtful' ? [DOUBTFUL] : [])].join(' '),
        repair('Turn on LocalFallback', [localFallback, on]),
      ),
      aboutAccess: true,
    },
  ]
}

const DOUBTFUL =
  'As far as is known, nobody can sign in with what DenyLocalExcluded holds, so it is not counted.'

/** Whether DenyLocal is on. Of text or a number that means on, some readers of preferences make a switch. */
function deniesLocal(subject: Subject): 'yes' | 'maybe' | 'no' {
  const value = valueIn(subject, denyLocal)
  if (value === undefined || switchMeant(value) !== 'on') {
    return 'no'
  }
  return value.type === 'boolean' ? 'yes' : 'maybe'
}

const notCounted = ({ path }: Place) =>
  `What ${nameOfPath(path)} holds is of the wrong type, which a Mac may leave unread, and is not counted.`

/** Rules that say of a name that it is none, or that nobody has it. */
const ofNames: readonly Rule[] = [
  placeholders,
  variablesOfNobody,
  copiedCharacters,
  oneTextList,
  systemAccounts,
]

/**
 * Whether somebody is excepted by name: "usable" where no rule finds fault with one of the names. "doubtful" where
 * all are such as nobody has as far as is known; "none" where there is no name at all.
 */
function namesLetIn(subject: Subject): 'usable' | 'doubtful' | 'none' {
  const names = isRead(subject, excluded)
    ? textsOf(subject, excluded).filter((each) => each.trim() !== '')
    : []
  const told = (name: string) => ofNames.flatMap((rule) => rule(withName(subject, name)))
  let doubted = false
  for (const name of new Set(names)) {
    const issues = told(name)
    if (issues.length === 0) {
      return 'usable'
    }
    doubted ||= issues.every(({ severity }) => severity === 'advice')
  }
  return doubted ? 'doubtful' : 'none'
}

/** The subject with nothing but one excepted name, so that what rules say is of this name. */
function withName(subject: Subject, name: string): Subject {
  const list: PlistValue = { type: 'array', items: [text(name)] }
  const dict: PlistDict = { type: 'dict', entries: [{ key: String(excluded.path[0]), value: list }] }
  const settings = new Map([[excluded.domain, dict]])
  return { ...subject, settings, context: { ...subject.context, settings } }
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
