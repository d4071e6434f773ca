import type { PlistType } from '../../../plist/value'

/** What Apple documents of a key, or of each entry of a list. What is absent is not documented. */
export type Fact = Documented & {
  readonly type: PlistType | 'any'
  /** Keys of a dictionary. Systems newer than these facts may know more. */
  readonly keys?: Facts
  /** What stands under keys of a dictionary whose names are free. */
  readonly others?: Fact
  /** Each entry of a list. */
  readonly items?: Fact
}

export type Facts = { readonly [key: string]: Fact }

export type Documented = {
  /** Whether the key has to be there: always, or while a key beside it has a value. */
  readonly required?: true | { readonly key: string; readonly is: string }
  /** A key that takes the place of a required one. */
  readonly instead?: string
  readonly values?: readonly (string | number)[]
  readonly min?: number
  readonly max?: number
  /** Profiles that are in use hold a list of such values as well. */
  readonly mayRepeat?: true
  /** How many entries a list has. */
  readonly count?: number
  /** What counts while the key is absent. */
  readonly default?: string | number | boolean
  /** The first macOS that knows the key; absent: that of the payload. */
  readonly since?: string
  /** The first macOS for which the key is deprecated. */
  readonly deprecated?: string
  /** The key at the top of the payload that takes the place of a deprecated one. */
  readonly successor?: string
  /** Not on the user channel. */
  readonly deviceOnly?: true
  /** Not in a profile that a person opens. */
  readonly mdmOnly?: true
}

/** A type of payload. */
export type PayloadFacts = {
  readonly type: string
  readonly since: string
  /** macOS keeps the settings as preferences of a domain of this name, which may hold a part of them only. */
  readonly isDomain?: true
  readonly keys: Facts
  readonly others?: Fact
}

const scalar =
  (type: Fact['type']) =>
  (more: Documented = {}): Fact => ({ type, ...more })

export const string = scalar('string')
export const boolean = scalar('boolean')
export const integer = scalar('integer')
export const real = scalar('real')
export const data = scalar('data')
export const date = scalar('date')
export const anything = scalar('any')

/** A list of entries that are alike. */
export const list = (items: Fact, more: Documented = {}): Fact => ({ type: 'array', items, ...more })

/** A dictionary with these keys, and others where their names are free. */
export const dictionary = (keys: Facts, more: Documented & Pick<Fact, 'others'> = {}): Fact => ({
  type: 'dict',
  keys,
  ...more,
})
