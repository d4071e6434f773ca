import { child, equal } from '../../plist/tree'
import type { PlistDict, PlistValue } from '../../plist/value'
import { hasComments } from '../../plist/xml/comments'
import type { PlistDocument } from '../../plist/xml/document'
import type { XmlSource } from '../../plist/xml/patch'
import { remarksOf } from '../../plist/xml/remarks'
import { isProductDomain } from '../../products/domains'
import { counted, shortened } from '../../schema/words'
import {
  isCommonPayloadKey,
  isLonePayload,
  MANAGED_PREFERENCES,
  PREFERENCE_STATES,
  payloadsOf,
  strayMembers,
  textOf,
} from '../payloads/payload-keys'
import { findSettings, isProfile, managedDomains, settingsAt } from '../payloads/shapes'
import { inForm } from './convert'
import type { ExportOptions } from './export-options'

/** Whether a profile is already as the form would have it, so that the file itself is the result. */
function isInForm(root: PlistValue, form: ExportOptions['form']): boolean {
  return form === 'as-is' || equal(inForm(root, form), root)
}

/**
 * Whether an export keeps the text of the file around what was edited: under "as-is", and where the profile has the form
 * already. A bare property list stays one file, whatever is chosen for profiles.
 */
export function keepsText(root: PlistValue, { form, files }: Pick<ExportOptions, 'form' | 'files'>): boolean {
  const kept = form === 'as-is' || (isProfile(root) && !isLonePayload(root) && isInForm(root, form))
  return kept && (files === 'one' || !isProfile(root))
}

/**
 * What the result of an export does not carry over from the profile, as sentences; empty when nothing is left behind. The
 * direct form has no room for several domains in one payload, for settings that are written once, for several dictionaries
 * of one domain, for what stands beside the PayloadContent of managed preferences, or for settings with the name of a
 * payload key; a file that is written anew has no comments.
 */
export function conversionNotes(
  { document, root }: { readonly document: PlistDocument; readonly root: PlistValue },
  { form, files }: Pick<ExportOptions, 'form' | 'files'>,
): string[] {
  const staying = form === 'direct' && isProfile(root) ? stayingDomains(root) : []
  if (keepsText(root, { form, files })) {
    return staying
  }
  const parted = form === 'direct' && isProfile(root) ? [...strayKeys(root), ...newIdentities(root)] : []
  return [...staying, ...parted, ...writtenAnew(document, root)]
}

/** What a file that is written anew has no more, as sentences: comments, and the values of keys that stand again. */
export function writtenAnew(document: PlistDocument, root: PlistValue): string[] {
  const comments = hasComments(document)
    ? ['The file is written anew: its comments and its layout are not in the result.']
    : []
  return document.format === 'xml' ? [...comments, ...repeatedKeys(document.source, root)] : comments
}

/** Of many keys that stand more than once, these are named. */
const MOST_NAMED = 5

function repeatedKeys(source: XmlSource, root: PlistValue): string[] {
  const all = remarksOf(source, root).flatMap((remark) => (remark.code === 'duplicate-key' ? [remark] : []))
  const told = all.slice(0, MOST_NAMED).map(({ path, lines }) => {
    const at = lines.at(-1)
    return `${shortened(String(path.at(-1)))} stands more than once in one dictionary: the result has the value of line ${at} only, which is the one that a Mac takes.`
  })
  const more = all.length - told.length
  return more > 0 ? [...told, `The same holds for ${counted(more, 'other key')}.`] : told
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
    .flatMap((payload) => managedDomains(payload).map((each) => ({ ...each, payload })))
    .filter(({ domain }) => isProductDomain(domain))
    .flatMap(({ domain, states, payload }) => {
      const why = besideContent(payload.dict) ?? reasonToStay(states)
      return why === null
        ? []
        : [`${domain} stays in Managed Preferences: ${why}, which the direct form cannot carry.`]
    })
}

function besideContent(payload: PlistDict): string | null {
  const [beside] = strayMembers(payload)
  return beside === undefined ? null : `“${shortened(beside.key)}” stands beside its PayloadContent`
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
        .filter((key) => isCommonPayloadKey(key))
      const verb =
        stray.length === 1 ? 'has the name of a payload key and is' : 'have the names of payload keys and are'
      return stray.length === 0
        ? []
        : [`${stray.join(' and ')} among the settings of ${place.domain} ${verb} not in the result.`]
    })
}
