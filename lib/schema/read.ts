import type { KeyPlace } from '../api/issue'
import type { PlistPath, PlistValue } from '../plist/value'
import type { Catalogue } from './keys'
import { type Settings, settingAt, textAt } from './settings'

/** Whatever has settings: a context, a subject, a scene. */
export type WithSettings = { readonly settings: Settings }

/** A place in the settings, elements of lists included. */
type Place = { readonly domain: string; readonly path: PlistPath }

/** What reads typed values of the keys of a product by their ids. */
export type Reader<Id extends string> = {
  /** The place of a key. */
  readonly placeOf: (id: Id) => KeyPlace
  /** The value of a key; undefined when it is not configured. */
  readonly settingOf: (from: WithSettings, id: Id) => PlistValue | undefined
  /** The text of a key, trimmed; '' when it is not configured or not text. */
  readonly textOf: (from: WithSettings, id: Id) => string
  /** The text of a key as it is written, spaces included; '' when it is not configured or not text. */
  readonly exactTextOf: (from: WithSettings, id: Id) => string
  /** Whether a switch is on; null when it is not configured or no switch. */
  readonly switchOf: (from: WithSettings, id: Id) => boolean | null
  /** Whether a switch is on. */
  readonly isOn: (from: WithSettings, id: Id) => boolean
  /** The texts of a key: of a list, or one that stands alone; empty ones are left out. */
  readonly textsOf: (from: WithSettings, id: Id) => string[]
}

/** The reader of a product's keys. */
export function readerOf<Id extends string>({ keyWithId }: Catalogue<Id>): Reader<Id> {
  const placeOf = (id: Id): KeyPlace => {
    const key = keyWithId(id)
    if (key === undefined) {
      throw new RangeError(`No key is called ${id}.`)
    }
    return { domain: key.domain, path: key.path }
  }
  const exactTextOf = ({ settings }: WithSettings, id: Id) => exactTextAt(settings, placeOf(id))
  const switchOf = ({ settings }: WithSettings, id: Id) => switchAt(settings, placeOf(id))
  return {
    placeOf,
    settingOf: ({ settings }, id) => {
      const { domain, path } = placeOf(id)
      return settingAt(settings, domain, path)
    },
    exactTextOf,
    textOf: (from, id) => exactTextOf(from, id).trim(),
    switchOf,
    isOn: (from, id) => switchOf(from, id) === true,
    textsOf: ({ settings }, id) => textsAt(settings, placeOf(id)),
  }
}

/** The text at a place as it is written; '' when there is none or it is no text. */
export function exactTextAt(settings: Settings, { domain, path }: Place): string {
  return textAt(settings, domain, path) ?? ''
}

/** Whether the switch at a place is on; null when there is none. */
export function switchAt(settings: Settings, { domain, path }: Place): boolean | null {
  const value = settingAt(settings, domain, path)
  return value?.type === 'boolean' ? value.value : null
}

/** The texts at a place: of a list, or one that stands alone; empty ones are left out. */
export function textsAt(settings: Settings, { domain, path }: Place): string[] {
  const value = settingAt(settings, domain, path)
  const items = value?.type === 'array' ? value.items : value === undefined ? [] : [value]
  return items.flatMap((item) => (item.type === 'string' && item.value !== '' ? [item.value] : []))
}
