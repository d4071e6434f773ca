import { holds } from '../condition'
import { LOGIN_DOMAIN, providerNamed, settingAt } from '../context'
import type { Issue } from '../issue'
import { type KnownKey, keyWithId } from '../keys'
import { type Link, linkedEdits, linkState, links, sharedValue } from '../links'
import { nameOfPath } from '../words'
import { advise, type Rule, type Subject } from './rule'

/** Keys that say the same thing to the login window and to the menu bar app, and do not. */
export const linkedKeysDiffer: Rule = (subject) =>
  links
    .filter((link) => linkState(link, subject.settings) === 'different')
    .filter(({ mayDiffer }) => mayDiffer === undefined || !holds(mayDiffer, subject.context))
    .flatMap((link) => differing(link, subject))

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
      const place = { domain: other.domain, path: other.path }
      const names = `${nameOfPath(first.path)} (${where(first)}) and ${nameOfPath(other.path)} (${where(other)})`
      const edits = linkedEdits(link, value, subject.settings).filter(({ path }) => path === other.path)
      const hidden = first.definition.secret === true || value.type !== 'string' || value.value.length > 60
      const title = hidden ? `Use the value of ${nameOfPath(first.path)}` : `Use ${value.value} here too`
      return advise('linked-keys-differ', place, `${names} differ. ${link.explanation}`, { title, edits })
    })
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
