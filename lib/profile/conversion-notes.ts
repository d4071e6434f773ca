import { child, equal } from '../plist/tree'
import type { PlistValue } from '../plist/value'
import type { PlistDocument } from '../plist/xml-document'
import { counted } from '../schema/words'
import { inForm } from './convert'
import { isJamfConnectDomain } from './domains'
import type { ExportOptions } from './export-profile'
import { commonPayloadKeys, MANAGED_PREFERENCES, PREFERENCE_STATES, payloadsOf, textOf } from './payload-keys'
import { findSettings, isProfile, managedDomains, settingsAt } from './shapes'

/** Whether a profile is already as the form would have it, so that the file itself is the result. */
export function isInForm(root: PlistValue, form: ExportOptions['form']): boolean {
  return form === 'as-is' || equal(inForm(root, form), root)
}

/**
 * What the result of an export does not carry over from the profile, as sentences; empty when nothing is left behind. The
 * direct form has no room for several domains in one payload, for settings that are written once, for several dictionaries of one domain, or for settings with
 * the name of a payload key; a file that is written anew has no comments.
 */
export function conversionNotes(
  { document, root }: { readonly document: PlistDocument; readonly root: PlistValue },
  { form, files }: Pick<ExportOptions, 'form' | 'files'>,
): string[] {
  if (!isProfile(root)) {
    return []
  }
  if (files === 'one' && isInForm(root, form)) {
    return form === 'direct' ? stayingDomains(root) : []
  }
  const hasComments = document.format === 'xml' && document.source.text.includes('<!--')
  const comments = hasComments
    ? ['The file is written anew: its comments and its layout are not in the result.']
    : []
  return form === 'direct'
    ? [...stayingDomains(root), ...strayKeys(root), ...newIdentities(root), ...comments]
    : comments
}

/** Payloads that are parted from one with several domains: only the first can keep its identity. */
function newIdentities(root: PlistValue): string[] {
  const known = new Set(payloadsOf(root).map(({ dict }) => textOf(dict, 'PayloadUUID')))
  const parted = payloadsOf(inForm(root, 'direct'))
    .filter(({ dict }) => !known.has(textOf(dict, 'PayloadUUID')))
    .map(({ type }) => type)
  return parted.length === 0
    ? []
    : [
        `${parted.join(' and ')} stood in one payload with another domain and ${parted.length === 1 ? 'gets a PayloadUUID and a PayloadIdentifier' : 'get PayloadUUIDs and PayloadIdentifiers'} of ${parted.length === 1 ? 'its' : 'their'} own. Converting back does not join them again.`,
      ]
}

/** Domains that stay in managed preferences, and why. */
function stayingDomains(root: PlistValue): string[] {
  return payloadsOf(root)
    .filter(({ type }) => type === MANAGED_PREFERENCES)
    .flatMap((payload) => managedDomains(payload))
    .filter(({ domain }) => isJamfConnectDomain(domain))
    .flatMap(({ domain, states }) => {
      const why = reasonToStay(states)
      return why === null
        ? []
        : [`${domain} stays in Managed Preferences: ${why}, which the direct form cannot carry.`]
    })
}

function reasonToStay(states: PlistValue): string | null {
  const keys = states.type === 'dict' ? states.entries.map(({ key }) => key) : []
  if (keys.includes('Set-Once')) {
    return 'it has settings under “Set-Once”'
  }
  if (keys.some((key) => !(PREFERENCE_STATES as readonly string[]).includes(key))) {
    return 'it has something beside “Forced”'
  }
  const list = child(states, 'Forced')
  const items = list?.type === 'array' ? list.items : []
  if (items.length !== 1) {
    return `“Forced” holds ${counted(items.length, 'dictionary', 'dictionaries')}`
  }
  const [item] = items
  return item?.type === 'dict' && item.entries.length > 1 ? 'something stands beside its settings' : null
}

/** Settings that have the name of a key of the payload, whose place they cannot take. */
function strayKeys(root: PlistValue): string[] {
  return findSettings(root)
    .filter(({ shape }) => shape === 'managed-preferences')
    .flatMap((place) => {
      const stray = settingsAt(root, place)
        .entries.map(({ key }) => key)
        .filter((key) => commonPayloadKeys.includes(key))
      const verb =
        stray.length === 1 ? 'has the name of a payload key and is' : 'have the names of payload keys and are'
      return stray.length === 0
        ? []
        : [`${stray.join(' and ')} among the settings of ${place.domain} ${verb} not in the result.`]
    })
}
