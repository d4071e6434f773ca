'use client'
import type { PlistArray, PlistDict, PlistValue } from '@/lib/plist/value'
import { secretIn } from '@/lib/schema/secret-names'
import { HIDDEN, shownAddress } from '@/lib/schema/shown-address'
import { counted } from '@/lib/schema/words'

/** What a key holds that no manifest knows, in short. */
export function OtherValue({ name, value }: { name: string; value: PlistValue }) {
  return inShort(name, value)
}

/** A credential is not shown, as in the XML; what is around one in an address is. */
function inShort(name: string, value: PlistValue): string {
  switch (value.type) {
    case 'dict':
      return `dict with ${counted(value.entries.length, 'key')}`
    case 'array':
      return `array with ${counted(value.items.length, 'element')}`
    case 'data':
      return `data, ${counted(value.value.length, 'byte')}`
    default:
      return `${value.type}: ${shownText(name, value).slice(0, 120)}`
  }
}

function shownText(name: string, value: Exclude<PlistValue, PlistDict | PlistArray>): string {
  const text = String(value.value)
  const shown = shownAddress(text)
  return shown === text && secretIn(name, value) !== null ? HIDDEN : shown
}
