import type { PlistValue } from '../../../plist/value'
import type { KeyDefinition } from '../../../schema/manifest'
import { currentOption, replacementFor, textReplacement } from '../../../schema/repairs'
import { schemaFor, type ValueRule } from '../../../schema/value-schema'
import { keyWithId } from '../keys'
import type { KeyId } from '../manifests/key-ids'

/** A value as a key of today takes it; `as` says what was changed about it ("Use the number 8"), null for nothing. */
export type Fit = { readonly value: PlistValue; readonly as: string | null }

/**
 * The value in the type and spelling that the key takes, where it is obvious which; null when the key would refuse what
 * there is. Throws RangeError for a key that no manifest has.
 */
export function fitted(id: KeyId, value: PlistValue): Fit | null {
  const key = keyWithId(id)
  if (key === undefined) {
    throw new RangeError(`No manifest has ${id}.`)
  }
  const schema = schemaFor(key)
  let fit: Fit = { value, as: null }
  // A number in a text first becomes a number, and then may be out of range.
  for (let tries = 0; tries < 3; tries += 1) {
    const found = schema.safeParse(fit.value)
    if (found.success) {
      return spelledToday(fit, key.definition)
    }
    const [issue] = found.error.issues
    const rule = (issue as { params?: { rule?: ValueRule } } | undefined)?.params?.rule
    const replacement = rule === undefined ? null : replacementFor(rule, fit.value, key)
    if (replacement === null) {
      return null
    }
    fit = { value: replacement.value, as: replacement.title }
  }
  return null
}

/** An option that is called otherwise today. */
function spelledToday(fit: Fit, definition: KeyDefinition): Fit {
  const current = fit.value.type === 'string' ? currentOption(fit.value.value, definition) : null
  const replacement = current === null ? null : textReplacement(current)
  return replacement === null ? fit : { value: replacement.value, as: replacement.title }
}
