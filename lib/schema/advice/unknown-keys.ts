import type { Issue } from '../issue'
import { allKeys, findRetired, knownDomains } from '../keys'
import { nameOfPath } from '../words'
import { inventedKeys, sameValue } from './invented'
import { moveTo, removal } from './move'
import { advise, type Rule, type Subject } from './rule'
import { type Suggestion, suggestionFor } from './suggestion'
import { type Stray, strayKeys } from './walk'

/** Entries that Jamf Connect does not know: misspelt, in the wrong place or domain, invented, or simply unknown. */
export const unknownKeys: Rule = (subject) =>
  strayKeys(subject, knownDomains)
    .filter(({ domain, path }) => findRetired(domain, path) === undefined)
    .map((stray) => explain(stray, subject))

function explain(stray: Stray, subject: Subject): Issue {
  const { domain, path } = stray
  const name = nameOfPath(path)
  if (/^Payload[A-Z]\w*$/.test(name)) {
    const message = `${name} describes a payload and stands here among its settings, where nothing reads it. Remove it.`
    return advise('stray-payload-key', stray, message, removal(stray))
  }
  const invented = Object.hasOwn(inventedKeys, String(path.at(-1)))
  const suggestion = suggestionFor(domain, path)
  if (invented && suggestion?.because !== 'place' && suggestion?.because !== 'domain') {
    return inventedKey(stray, subject)
  }
  if (suggestion === undefined) {
    const message = `${name} is in no document about ${domain} that Latchkey knows. It stays in the profile as it is; check its spelling.`
    return advise('unknown-key', stray, message)
  }
  const { rule, message } = said(name, stray, suggestion)
  return advise(rule, stray, message, moveTo(suggestion.key, stray, stray.value, subject))
}

function inventedKey(stray: Stray, subject: Subject): Issue {
  const name = String(stray.path.at(-1))
  const meant = allKeys.find(({ id }) => id === inventedKeys[name])
  const start = `${name} appears in machine-written texts about Jamf Connect, but in none of Jamf's documents and in no working profile.`
  if (meant === undefined) {
    return advise('invented-key', stray, `${start} Remove it.`, removal(stray))
  }
  const where = meant.domain === stray.domain ? '' : ` of ${meant.domain}`
  const move = sameValue.includes(name) ? moveTo(meant, stray, stray.value, subject) : undefined
  const end = `The key for this is ${nameOfPath(meant.path)}${where}.`
  return advise('invented-key', stray, `${start} ${end}`, move ?? removal(stray))
}

function said(name: string, { domain, path }: Stray, { key, because }: Suggestion) {
  const target = nameOfPath(key.path)
  if (because === 'spelling') {
    const message = `Jamf Connect has no key ${name}. Did you mean ${target}?`
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
