import type { Issue } from '../../../api/issue'
import type { PlistValue } from '../../../plist/value'
import { holds } from '../../../schema/condition'
import type { KnownKey } from '../../../schema/keys'
import type { Suggestion } from '../../../schema/suggestion'
import type { Stray } from '../../../schema/walk'
import { nameOfPath } from '../../../schema/words'
import { seenFrom } from '../context'
import { findRetired, keyWithId, knownDomains } from '../keys'
import { linkOf } from '../links/linked'
import type { KeyId } from '../manifests/key-ids'
import { discoveryDocumentOf } from '../providers/discovery-address'
import { providerBehind } from '../providers/provider-behind'
import { isOkta } from '../providers/vendors'
import { providerFits } from './applicability'
import { type Invented, inventedKeys } from './invented'
import { strayKeys, suggestionFor } from './looked-up'
import { moveTo, removal } from './move'
import { advise, type Rule, refuse, type Subject } from './rule'

/**
 * Entries that Jamf Connect does not know. What is misspelt, or stands in the wrong place or domain, has no effect on a
 * Mac although somebody counts on it: an error. A key that resembles none may be somebody's own.
 */
export const unknownKeys: Rule = (subject) =>
  strayKeys(subject, knownDomains)
    .filter(({ domain, path }) => findRetired(domain, path) === undefined)
    .map((stray) => explain(stray, subject))

function explain(stray: Stray, subject: Subject): Issue {
  const { domain, path } = stray
  const name = nameOfPath(path)
  // A setting may have this name: what it means to whoever reads it is not known here.
  if (/^Payload[A-Z]\w*$/.test(name) && name !== 'PayloadContent') {
    const message = `${name} describes a payload and stands here among its settings, where nothing reads it. Remove it.`
    return advise('stray-payload-key', stray, message, removal(stray))
  }
  const last = String(path.at(-1))
  const invented = Object.hasOwn(inventedKeys, last) ? inventedKeys[last] : undefined
  if (invented !== undefined) {
    return inventedKey(stray, invented, subject)
  }
  const suggestion = suggestionFor(domain, path)
  if (suggestion === undefined) {
    const message = `${name} is in no document about ${domain} that Latchkey knows. It stays in the profile as it is; check its spelling.`
    return advise('unknown-key', stray, message)
  }
  const { rule, message } = said(name, stray, suggestion)
  return refuse(rule, stray, message, moveTo(suggestion.key, stray, stray.value, subject))
}

function inventedKey(stray: Stray, invented: Invented, subject: Subject): Issue {
  const name = String(stray.path.at(-1))
  const start = `${name} is no key of Jamf Connect: it is in none of Jamf's documents and has no effect.`
  if (invented.meant === null) {
    return advise('invented-key', stray, `${start} Remove it.`, removal(stray))
  }
  const found = meantWith(invented, stray.domain, subject)
  if (found === null) {
    const message = `${start} With the configured identity provider, no other key takes its place. Remove it.`
    return refuse('invented-key', stray, message, removal(stray))
  }
  const { key, value } = found
  const where = key.domain === stray.domain ? '' : ` of ${key.domain}`
  const moved = value === 'issuer' ? withDiscovery(stray.value) : stray.value
  const move = value === undefined ? undefined : moveTo(key, stray, moved, subject)
  return refuse('invented-key', stray, `${start} The key for this is ${nameOfPath(key.path)}${where}.`, move)
}

/** The first key that was meant and that the provider does not keep from having an effect; null when there is none. */
function meantWith(invented: Invented, domain: string, subject: Subject) {
  const okta = isOkta(providerBehind(seenFrom(subject.context, domain)))
  for (let each: Invented | undefined = invented; each !== undefined; each = each.or) {
    const key: KnownKey | undefined = each.meant === null ? undefined : counterpartIn(domain, each.meant)
    if (key !== undefined && (each.only === undefined || okta) && isHeeded(key, subject)) {
      return { key, value: each.value }
    }
  }
  return null
}

function isHeeded({ appliesWhen, domain, path }: KnownKey, { context }: Subject): boolean {
  const seen = seenFrom(context, domain, path)
  return (
    appliesWhen === undefined ||
    seen.provider === null ||
    holds(appliesWhen, seen) ||
    providerFits(appliesWhen, seen.provider)
  )
}

/** The key, or the one of this domain that says the same. */
function counterpartIn(domain: string, id: KeyId): KnownKey | undefined {
  const ids = [id, ...(linkOf(id)?.keys ?? [])]
  return ids.map(keyWithId).find((key) => key?.domain === domain) ?? keyWithId(id)
}

/** The address of the document of an issuer; the text as it is where that cannot be told. */
function withDiscovery(value: PlistValue): PlistValue {
  const document = value.type === 'string' ? discoveryDocumentOf(value.value) : null
  return document === null ? value : { type: 'string', value: document }
}

function said(name: string, { domain, path }: Stray, { key, because }: Suggestion) {
  const target = nameOfPath(key.path)
  if (because === 'spelling') {
    const message = `Jamf Connect has no key ${name}, so it has no effect. Did you mean ${target}?`
    return { rule: 'misspelt-key', message }
  }
  if (because === 'domain') {
    const message = `${name} is a key of ${key.domain} and does nothing in ${domain}.`
    return { rule: 'wrong-domain', message }
  }
  if (because === 'counterpart') {
    const message = `${name} is a key of another domain. In ${domain} the same setting is ${target}.`
    return { rule: 'wrong-domain', message }
  }
  const here = path.length === 1 ? `at the root of ${domain}` : `in ${nameOfPath(path.slice(0, -1))}`
  const there = key.path.length === 1 ? `at the root, as ${target}` : `in its dictionary, as ${target}`
  const message = `${path.at(-1)} stands ${here}, where Jamf Connect does not look for it. It belongs ${there}.`
  return { rule: 'misplaced-key', message }
}
