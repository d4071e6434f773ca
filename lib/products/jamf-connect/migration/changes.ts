import { valueAt } from '../../../plist/tree'
import type { PlistDict, PlistValue } from '../../../plist/value'
import { switchInWords } from '../../../schema/switches'
import type { KeyId } from '../manifests/key-ids'
import type { Change, Changed, Refused, Written } from './ancestor'

/** A text as a value. */
export const text = (value: string): PlistValue => ({ type: 'string', value })

/** A switch as a value. */
export const onOff = (value: boolean): PlistValue => ({ type: 'boolean', value })

/** A whole number as a value. */
export const whole = (value: number): PlistValue => ({ type: 'integer', value: BigInt(value) })

/** One value, and why. */
export function becomes(key: KeyId, value: PlistValue, why: string): Changed {
  return { writes: [{ key, value, how: 'set' }], why }
}

/** Nothing to write, and why that is no loss. */
export function needsNothing(why: string): Changed {
  return { writes: [], why }
}

/** Whether a value says on or off; null when it says neither. Old tools wrote switches as texts and numbers too. */
export function isOn(value: PlistValue | undefined): boolean | null {
  if (value?.type === 'boolean') {
    return value.value
  }
  const said =
    value?.type === 'string' || value?.type === 'integer' ? switchInWords(String(value.value)) : 'unknown'
  return said === 'unknown' ? null : said === 'on'
}

/** The number that a value says; null when it says none. */
export function numberIn(value: PlistValue | undefined): number | null {
  const said = value?.type === 'string' || value?.type === 'integer' ? String(value.value).trim() : ''
  return /^\d{1,12}$/.test(said) ? Number(said) : null
}

/** The text at a key of the old settings; empty when there is none. */
export function textIn(settings: PlistDict, key: string): string {
  const value = valueAt(settings, [key])
  return value?.type === 'string' ? value.value : ''
}

const noSwitch: Refused = { refused: 'The value is no switch, so nobody can say what it asks for.' }

/** A switch that means the opposite of today's. */
export function opposite(key: KeyId, why: string): Change {
  return (value) => {
    const on = isOn(value)
    return on === null ? noSwitch : becomes(key, onOff(!on), why)
  }
}

/** A switch whose one position asks for something, the other for what Jamf Connect does anyway. */
export function when(
  wanted: boolean,
  writes: readonly Written[],
  words: { readonly asked: string; readonly anyway: string },
): Change {
  return (value) => {
    const on = isOn(value)
    if (on === null) {
      return noSwitch
    }
    return on === wanted ? { writes, why: words.asked } : needsNothing(words.anyway)
  }
}

/** A switch that hides a menu item, or with `wanted` false one that shows it. */
export function hides(item: string, wanted = true): Change {
  const value: PlistValue = { type: 'array', items: [text(item)] }
  return when(wanted, [{ key: 'connect/HiddenMenuItems', value, how: 'add' }], {
    asked: `HiddenMenuItems lists what is hidden; it calls this item "${item}".`,
    anyway: 'The item is shown as long as HiddenMenuItems does not list it, so nothing is to be written.',
  })
}

/** Seconds that become whole days, rounded up so that nothing starts later than it did; 0 stays 0. */
export function secondsToDays(key: KeyId): Change {
  return (value) => {
    const seconds = numberIn(value)
    if (seconds === null) {
      return { refused: 'The value is no number of seconds.' }
    }
    const days = Math.ceil(seconds / 86_400)
    return becomes(key, whole(days), 'It was counted in seconds and is counted in days today, rounded up.')
  }
}

/** The path in an address of a file; a path stays what it is. */
export function pathOfFile(key: KeyId): Change {
  return (value) => {
    const said = value.type === 'string' ? value.value.trim() : ''
    if (said.startsWith('/')) {
      return becomes(key, text(said), 'The path stays the same.')
    }
    try {
      const { protocol, host, pathname } = new URL(said)
      if (protocol === 'file:' && host === '') {
        const why = 'It was the address of a file and is a path today.'
        return becomes(key, text(decodeURIComponent(pathname)), why)
      }
    } catch {
      // Told below, as any other address.
    }
    return { refused: `${key.split('/').at(-1)} wants the path of a file on the Mac, and this is none.` }
  }
}
