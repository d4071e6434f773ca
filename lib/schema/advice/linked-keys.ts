import type { PlistValue } from '../../plist/value'
import { holds } from '../condition'
import { LOGIN_DOMAIN, providerNamed, seenFrom, settingAt } from '../context'
import type { Issue, Repair } from '../issue'
import { type KnownKey, keyWithId } from '../keys'
import { type Link, linkedEdits, linkState, links, sharedValue } from '../links'
import { isSound, sameProvider } from '../sound'
import { nameOfPath } from '../words'
import { checksElsewhere, halfHybrid } from './hybrid'
import { advise, connect, has, type Rule, type Subject } from './rule'

/** Keys that say the same thing to the login window and to the menu bar app, and do not. */
export const linkedKeysDiffer: Rule = (subject) =>
  links
    .filter((link) => linkState(link, subject.settings) === 'different')
    .filter(({ mayDiffer }) => mayDiffer === undefined || !holds(mayDiffer, subject.context))
    .filter((link) => !differsByProvider(link, subject))
    .flatMap((link) => differing(link, subject))

/** Keys of the password check, which both apps do at one place even where people sign in at another. */
const OF_THE_CHECK = ['ropg-client', 'success-codes', 'license', 'change-password']

/** Where the apps ask different providers, that is said once; their tenants and addresses differ as they should. */
function differsByProvider({ id }: Link, subject: Subject): boolean {
  return checksElsewhere(subject) || halfHybrid(subject).length > 0
    ? !OF_THE_CHECK.includes(id)
    : id !== 'provider' && id !== 'license' && !sameProvider(subject.context)
}

function differing(link: Link, subject: Subject): Issue[] {
  const [first, ...others] = link.keys
    .map(keyWithId)
    .filter((key) => key !== undefined)
    .filter((key) => settingAt(subject.settings, key.domain, key.path) !== undefined)
  const value = first === undefined ? undefined : sharedValue(first, subject.settings)
  if (first === undefined || value === undefined || mixesOkta([first, ...others], subject)) {
    return []
  }
  return others
    .filter((other) => linkState({ ...link, keys: [first.id, other.id] }, subject.settings) === 'different')
    .map((other) => {
      const names = `${nameOfPath(first.path)} (${where(first)}) and ${nameOfPath(other.path)} (${where(other)})`
      const mend = copyOf(link, first, other, subject)
      const at = mend?.edits[0]?.domain === first.domain && mend.edits[0].path === first.path ? first : other
      const place = { domain: at.domain, path: at.path }
      return advise('linked-keys-differ', place, `${names} differ. ${link.explanation}`, mend)
    })
}

/** The repair that copies the value that can be right over the one that cannot; of two that can, that of the first key. */
function copyOf(link: Link, first: KnownKey, other: KnownKey, subject: Subject): Repair | undefined {
  const [own, others] = [first, other].map((key) => soundValue(key, subject))
  const [from, to, value] = own === undefined ? [other, first, others] : [first, other, own]
  if (value === undefined || (link.id === 'provider' && bringsItsOwn(subject))) {
    return undefined
  }
  const edits = linkedEdits(link, value, subject.settings).filter(
    ({ domain, path }) => domain === to.domain && path === to.path,
  )
  const hidden = from.definition.secret === true || value.type !== 'string' || value.value.length > 60
  const title = hidden
    ? `Use the value of ${nameOfPath(from.path)}`
    : `Use ${value.value} ${to === other ? 'here too' : `for ${nameOfPath(to.path)}`}`
  return edits.length === 0 ? undefined : { title, edits }
}

function soundValue(key: KnownKey, { settings, context }: Subject): PlistValue | undefined {
  const value = sharedValue(key, settings)
  return value !== undefined && isSound(key, value, seenFrom(context, key.domain)) ? value : undefined
}

/** The menu bar app has more of its provider than the name: another name alone would make half a set-up. */
function bringsItsOwn(subject: Subject): boolean {
  return ['DiscoveryURL', 'TenantID', 'OktaAuthServer'].some((key) =>
    has(subject, connect('IdPSettings', key)),
  )
}

/** Okta's Authentication API at the login window beside OpenID Connect in the menu bar is in use and works. */
function mixesOkta(keys: readonly KnownKey[], { settings }: Subject): boolean {
  return keys.every((key) => {
    const value = sharedValue(key, settings)
    return value?.type === 'string' && (providerNamed(value.value) ?? '').startsWith('Okta')
  })
}

function where({ domain }: KnownKey): string {
  return domain === LOGIN_DOMAIN ? 'login window' : 'menu bar app'
}
