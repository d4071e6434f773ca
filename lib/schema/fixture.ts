import type { PlistDict, PlistValue } from '../plist/value'
import type { Settings } from './context'

/** Plain values as tests write them: numbers become integers, objects dicts. */
export type Plain =
  | string
  | boolean
  | number
  | Date
  | Uint8Array
  | readonly Plain[]
  | { readonly [key: string]: Plain }

/** The property-list value of a plain one. */
export function plist(value: Plain): PlistValue {
  if (typeof value === 'string') {
    return { type: 'string', value }
  }
  if (typeof value === 'boolean') {
    return { type: 'boolean', value }
  }
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { type: 'integer', value: BigInt(value) } : { type: 'real', value }
  }
  if (value instanceof Uint8Array) {
    return { type: 'data', value }
  }
  if (value instanceof Date) {
    return { type: 'date', value: value.getTime() / 1000 - 978_307_200 }
  }
  return Array.isArray(value)
    ? { type: 'array', items: value.map(plist) }
    : dict(value as { [key: string]: Plain })
}

/** A dict of plain values. */
export function dict(values: { readonly [key: string]: Plain }): PlistDict {
  return {
    type: 'dict',
    entries: Object.entries(values).map(([key, value]) => ({ key, value: plist(value) })),
  }
}

/** Settings by the last part of their domain: `login`, `connect`, `actions`, `shares`, `authchanger`, or a whole domain. */
export function settingsOf(domains: {
  readonly [domain: string]: { readonly [key: string]: Plain }
}): Settings {
  return new Map(Object.entries(domains).map(([name, values]) => [domainOf(name), dict(values)]))
}

function domainOf(name: string): string {
  return name === 'connect' ? 'com.jamf.connect' : name.includes('.') ? name : `com.jamf.connect.${name}`
}
