import type { KeyPlace } from '../api/issue'
import type { PlistValue } from '../plist/value'
import { keyWithId } from './keys'
import type { KeyId } from './manifests/key-ids'
import type { Settings } from './settings'
import { settingAt } from './settings'

/** Whatever has settings: a context, a subject, a scene. */
export type WithSettings = { readonly settings: Settings }

/** The place of a key. */
export function placeOf(id: KeyId): KeyPlace {
  const key = keyWithId(id)
  if (key === undefined) {
    throw new RangeError(`No key is called ${id}.`)
  }
  return { domain: key.domain, path: key.path }
}

/** The value of a key; undefined when it is not configured. */
export function settingOf({ settings }: WithSettings, id: KeyId): PlistValue | undefined {
  const { domain, path } = placeOf(id)
  return settingAt(settings, domain, path)
}

/** The text of a key, trimmed; '' when it is not configured or not text. */
export function textOf(from: WithSettings, id: KeyId): string {
  return exactTextOf(from, id).trim()
}

/** The text of a key as it is written, spaces included; '' when it is not configured or not text. */
export function exactTextOf(from: WithSettings, id: KeyId): string {
  const value = settingOf(from, id)
  return value?.type === 'string' ? value.value : ''
}

/** Whether a switch is on; null when it is not configured or no switch. */
export function switchOf(from: WithSettings, id: KeyId): boolean | null {
  const value = settingOf(from, id)
  return value?.type === 'boolean' ? value.value : null
}

/** Whether a switch is on. */
export const isOn = (from: WithSettings, id: KeyId): boolean => switchOf(from, id) === true

/** The texts of a key: of a list, or one that stands alone; empty ones are left out. */
export const textsOf = ({ settings }: WithSettings, id: KeyId): string[] => textsAt(settings, placeOf(id))

/** The same for a place. */
export function textsAt(settings: Settings, { domain, path }: KeyPlace): string[] {
  const value = settingAt(settings, domain, path)
  const items = value?.type === 'array' ? value.items : value === undefined ? [] : [value]
  return items.flatMap((item) => (item.type === 'string' && item.value !== '' ? [item.value] : []))
}
