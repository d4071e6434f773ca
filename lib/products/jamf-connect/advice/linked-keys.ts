import type { Issue, Repair } from '../../../api/issue'
import type { PlistValue } from '../../../plist/value'
import { holds } from '../../../schema/condition'
import { isFaulted } from '../../../schema/faults'
import { settingAt, textAt } from '../../../schema/settings'
import { shownAddress } from '../../../schema/shown-address'
import { nameOfPath } from '../../../schema/words'
import { LOGIN_DOMAIN, providerNamed, seenFrom } from '../context'
import { type JamfKey, keyWithId } from '../keys'
import { readLicense } from '../license'
import { linkedEdits, linkState, sharedValue } from '../links/linked'
import { type JamfLink, type LinkId, links } from '../links/links'
import { reasons } from '../links/reasons'
import { belongTogether, checksElsewhere, sameProvider } from '../links/sides'
import { identifierFlaw, isSound, suits } from '../links/sound'
import { isOkta } from '../providers/vendors'
import { halfHybrid, mayBeOnePlace } from './hybrid'
import { advise, connect, has, type Rule, type Subject } from './rule'

/** Keys that say the same thing to the login window and to the menu bar app, and do not. */
export const linkedKeysDiffer: Rule = (subject) =>
  links
    .filter((link) => linkState(link, subject.settings) === 'different')
    .filter(({ mayDiffer }) => mayDiffer === undefined || !holds(mayDiffer, subject.context))
    .filter((link) => !differsByProvider(link, subject))
    .filter(({ id }) => id !== 'discovery' || !mayBeOnePlace(subject.context))
    .flatMap((link) => differing(link, subject))

/** Keys of the password check, which both apps do at one place even where people sign in at another. */
const OF_THE_CHECK: readonly LinkId[] = ['ropg-client', 'success-codes', 'change-password']

/** Keys that are never those of one provider, and those that say which one it is. */
const ALWAYS: readonly LinkId[] = ['provider', 'discovery', 'license']

/** Where the apps ask different providers, that is said once; their tenants and addresses differ as they should. */
function differsByProvider({ id }: JamfLink, subject: Subject): boolean {
  if (id === 'license') {
    return false
  }
  return checksElsewhere(subject.context) || halfHybrid(subject).length > 0
    ? !OF_THE_CHECK.includes(id)
    : id !== 'provider' && !sameProvider(subject.context)
}

function differing(link: JamfLink, subject: Subject): Issue[] {
  const [first, ...others] = link.keys
    .map(keyWithId)
    .filter((key) => key !== undefined)
    .filter((key) => settingAt(subject.settings, key.domain, key.path) !== undefined)
  const value = first === undefined ? undefined : sharedValue(first, subject.settings)
  if (first === undefined || value === undefined || mixesOkta([first, ...others], subject)) {
    return []
  }
  const issues = others
    .filter((other) => link.id !== 'license' || [first, other].every((key) => isFilled(key, subject)))
    .filter((other) => linkState({ ...link, keys: [first.id, other.id] }, subject.settings) === 'different')
    .filter((other) => ALWAYS.includes(link.id) || belongTogether(first, other, subject.context))
    .filter((other) => !saidByForm(first, other, subject))
    .filter((other) => link.id !== 'okta-domain' || !sameOrganization([first, other], subject))
    .map((other) => {
      const names = `${nameOfPath(first.path)} (${where(first)}) and ${nameOfPath(other.path)} (${where(other)})`
      const mend = copyOf(link, first, other, subject)
      const at = mend?.edits[0]?.domain === first.domain && mend.edits[0].path === first.path ? first : other
      const place = { domain: at.domain, path: at.path }
      return advise('linked-keys-differ', place, `${names} differ. ${reasons[link.id]}`, mend)
    })
  // A first key that is wrong differs from each of the others, and one change of it is enough.
  const ofFirst = issues.filter(({ path }) => path === first.path)
  return issues.filter((issue) => issue.path !== first.path || issue === ofFirst[0])
}

/** Whether what is said of the form of one of the two already leads to the value of the other. */
function saidByForm(one: JamfKey, other: JamfKey, { settings, context }: Subject): boolean {
  const [left, right] = [one, other].map((key) => {
    const text = textAt(settings, key.domain, key.path) ?? ''
    return { text, meant: identifierFlaw(key, text, seenFrom(context, key.domain))?.suggestion }
  })
  return left?.meant === right?.text || right?.meant === left?.text
}

/** Whether a key holds more than an empty text; an empty license is none, and is told where it stands. */
function isFilled(key: JamfKey, { settings }: Subject): boolean {
  const value = settingAt(settings, key.domain, key.path)
  return value?.type !== 'string' || value.value.trim() !== ''
}

/**
 * The repair that copies the value that can be right over the one that cannot. Which of two that can is right, nobody can
 * say here: only of two licenses the one that lasts longer is the better one.
 */
function copyOf(link: JamfLink, first: JamfKey, other: JamfKey, subject: Subject): Repair | undefined {
  const sources = [first, other].flatMap((key) => {
    const value = soundValue(key, subject)
    return value === undefined ? [] : [{ key, value }]
  })
  const source = sources.length === 2 ? better(sources, link) : sources[0]
  if (
    source === undefined ||
    [first, other].some((key) => authorizationServer(key, subject) !== null) ||
    (link.id === 'provider' && bringsItsOwn(subject)) ||
    !belongTogether(first, other, subject.context)
  ) {
    return undefined
  }
  const to = source.key === first ? other : first
  if (!suits(to, source.value, seenFrom(subject.context, to.domain))) {
    return undefined
  }
  const edits = linkedEdits(link, source.value, subject.settings).filter(
    ({ domain, path }) => domain === to.domain && path === to.path,
  )
  return edits.length === 0 ? undefined : { title: titleOf(source, to, to === other), edits }
}

type Source = { readonly key: JamfKey; readonly value: PlistValue }

function titleOf({ key, value }: Source, to: JamfKey, here: boolean): string {
  const hidden = key.definition.secret === true || value.type !== 'string' || value.value.length > 60
  if (hidden) {
    const of = key.name === to.name ? ` of ${key.domain === LOGIN_DOMAIN ? 'the ' : ''}${where(key)}` : ''
    return `Use the value of ${nameOfPath(key.path)}${of}`
  }
  return `Use ${shownAddress(value.value)} ${here ? 'here too' : `for ${nameOfPath(to.path)}`}`
}

/**
 * The host of an Okta organization where the value names an authorization server of it, which Jamf allows for the menu
 * bar app; null for a host alone. Another value would lose which one it is.
 */
function authorizationServer(key: JamfKey, { settings }: Subject): string | null {
  const value = sharedValue(key, settings)
  const [, host = null] = value?.type === 'string' ? (OKTA_SERVER.exec(value.value.trim()) ?? []) : []
  return host?.toLowerCase() ?? null
}

const OKTA_SERVER = /^(?:https:\/\/)?([^/]+)\/oauth2\/[^/]+\/*$/i

function sameOrganization(keys: readonly JamfKey[], subject: Subject): boolean {
  const hosts = keys.map((key) => {
    const value = sharedValue(key, subject.settings)
    return authorizationServer(key, subject) ?? (value?.type === 'string' ? value.value : null)
  })
  return new Set(hosts).size === 1
}

/** Of two licenses the one that lasts longer. */
function better(sources: readonly Source[], link: JamfLink): Source | undefined {
  const [first, other] = sources.map(({ value }) => readLicense(value)?.expires?.getTime() ?? null)
  if (link.id !== 'license') {
    return undefined
  }
  const dated = typeof first === 'number' && typeof other === 'number'
  return dated && first !== other ? sources[first > other ? 0 : 1] : undefined
}

/** The value of a key where it can be right: in itself, and as far as the other rules have found. */
export function soundValue(
  key: JamfKey,
  { settings, context, faults = [] }: Subject,
): PlistValue | undefined {
  const value = sharedValue(key, settings)
  return value !== undefined && isSound(key, value, seenFrom(context, key.domain)) && !isFaulted(faults, key)
    ? value
    : undefined
}

/** The menu bar app has more of its provider than the name: another name alone would make half a set-up. */
function bringsItsOwn(subject: Subject): boolean {
  return (['DiscoveryURL', 'TenantID', 'OktaAuthServer'] as const).some((key) =>
    has(subject, connect('IdPSettings', key)),
  )
}

/** Okta's Authentication API at the login window beside OpenID Connect in the menu bar is in use and works. */
function mixesOkta(keys: readonly JamfKey[], { settings }: Subject): boolean {
  return keys.every((key) => {
    const value = sharedValue(key, settings)
    return value?.type === 'string' && isOkta(providerNamed(value.value))
  })
}

function where({ domain }: JamfKey): string {
  return domain === LOGIN_DOMAIN ? 'login window' : 'Self Service+'
}
