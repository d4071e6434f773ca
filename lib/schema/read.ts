import type { KeyPlace } from '../api/issue'
import type { PlistPath, PlistValue } from '../plist/value'
import type { KeyId } from '../products/jamf-connect/manifests/key-ids'
import { keyWithId } from './keys'
import { type Settings, settingAt, textAt } from './settings'

/** Whatever has settings: a context, a subject, a scene. */
export type WithSettings = { readonly settings: Settings }

/** A place in the settings, elements of lists included. */
type Place = { readonly domain: string; readonly path: PlistPath }

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
export const exactTextOf = ({ settings }: WithSettings, id: KeyId): string =>
  exactTextAt(settings, placeOf(id))

/** The same for a place. */
export function exactTextAt(settings: Settings, { domain, path }: Place): string {
  return textAt(settings, domain, path) ?? ''
}

/** Whether a switch is on; null when it is not configured or no switch. */
export const switchOf = ({ settings }: WithSettings, id: KeyId): boolean | null =>
  switchAt(settings, placeOf(id))

/** The same for a place. */
export function switchAt(settings: Settings, { domain, path }: Place): boolean | null {
  const value = settingAt(settings, domain, path)
  return value?.type === 'boolean' ? value.value : null
}

/** Whether a switch is on. */
export const isOn = (from: WithSettings, id: KeyId): boolean => switchOf(from, id) === true

/** The texts of a key: of a list, or one that stands alone; empty ones are left out. */
export const textsOf = ({ settings }: WithSettings, id: KeyId): string[] => textsAt(settings, placeOf(id))

/** The same for a place. */
export function textsAt(settings: Settings, { domain, path }: Place): string[] {
  const value = settingAt(settings, domain, path)
  const items = value?.type === 'array' ? value.items : value === undefined ? [] : [value]
  return items.flatMap((item) => (item.type === 'string' && item.value !== '' ? [item.value] : []))
}
