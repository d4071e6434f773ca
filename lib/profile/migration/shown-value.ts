import type { PlistValue } from '../../plist/value'
import { holdsSecret, secretIn } from '../../schema/secret-names'
import { HIDDEN, shownAddress } from '../../schema/shown-address'
import { inWords } from '../compare/told'

/** A value in a few words; a credential, known by its key, by name or by shape, is hidden, and so is what holds one. */
export function shownValue(path: readonly string[], value: PlistValue, secret?: boolean): string {
  const hidden = secret === true || secretIn(path.at(-1) ?? '', value) !== null || holdsSecret(value)
  return hidden ? HIDDEN : shownAddress(detailed(value))
}

/** The entries of a dictionary too, since they are what is reviewed. */
function detailed(value: PlistValue): string {
  const plain = value.type === 'dict' && value.entries.every((entry) => entry.value.type !== 'dict')
  return plain && value.entries.length > 0 && value.entries.length <= 8
    ? value.entries.map((entry) => `${entry.key}: ${inWords(entry.value)}`).join(', ')
    : inWords(value)
}
