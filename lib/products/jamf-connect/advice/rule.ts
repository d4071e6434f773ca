import type { Edit, Issue, Repair } from '../../../api/issue'
import type { PlistPath, PlistValue } from '../../../plist/value'
import type { Faults } from '../../../schema/faults'
import { exactTextAt, switchAt } from '../../../schema/read'
import type { ForeignSettings } from '../../../schema/rules'
import { type Settings, settingAt } from '../../../schema/settings'
import { CONNECT_DOMAIN, type JamfContext, LOGIN_DOMAIN } from '../context'
import type { ConnectPath, LoginPath, StepsOf } from '../manifests/key-ids'

/** What a rule looks at. */
export type Subject = {
  readonly settings: Settings
  readonly context: JamfContext
  readonly today: Date
  /** Payload types of the same profile that are not Jamf Connect's. */
  readonly foreignPayloadTypes: readonly string[]
  /** Settings of the same profile that are not Jamf Connect's. */
  readonly foreign: readonly ForeignSettings[]
  /** What other rules have found wrong, for those that copy values. */
  readonly faults?: Faults
}

/** Finds one kind of mistake. It finds nothing while the keys it is about are not configured. */
export type Rule = (subject: Subject) => readonly Issue[]

/** A key, by domain and path. */
export type Place = { readonly domain: string; readonly path: PlistPath }

/** A key of the login window. */
export const login = (name: LoginPath): Place => ({ domain: LOGIN_DOMAIN, path: [name] })
/** A key of the menu bar app. */
export const connect = (...path: StepsOf<ConnectPath>): Place => ({ domain: CONNECT_DOMAIN, path })

/** The value at a place. */
export function valueIn(
  { settings }: Pick<Subject, 'settings'>,
  { domain, path }: Place,
): PlistValue | undefined {
  return settingAt(settings, domain, path)
}

/** The text at a place; '' when it is not configured or not text. */
export const textOf = ({ settings }: Pick<Subject, 'settings'>, place: Place): string =>
  exactTextAt(settings, place)

/** true or false as configured; null when it is not configured or not a boolean. */
export const switchOf = ({ settings }: Subject, place: Place): boolean | null => switchAt(settings, place)

/** The texts at a place: of a list, or one that stands alone. */
export function textsOf(subject: Subject, place: Place): string[] {
  const value = valueIn(subject, place)
  const items = value?.type === 'array' ? value.items : value === undefined ? [] : [value]
  return items.flatMap((item) => (item.type === 'string' ? [item.value] : []))
}

/** Whether there is a value at a place. */
export function has(subject: Pick<Subject, 'settings'>, place: Place): boolean {
  return valueIn(subject, place) !== undefined
}

/** Advice about a place. */
export function advise(rule: string, place: Place, message: string, repair?: Repair): Issue {
  return { severity: 'advice', rule, ...place, message, ...(repair === undefined ? {} : { repair }) }
}

/** An error at a place. */
export function refuse(rule: string, place: Place, message: string, repair?: Repair): Issue {
  return { ...advise(rule, place, message, repair), severity: 'error' }
}

/** A repair that sets values, or removes keys whose value is null. */
export function repair(title: string, ...changes: readonly (readonly [Place, PlistValue | null])[]): Repair {
  return { title, edits: changes.map(([place, value]): Edit => ({ ...place, value })) }
}

export const text = (value: string): PlistValue => ({ type: 'string', value })
export const on: PlistValue = { type: 'boolean', value: true }
export const off: PlistValue = { type: 'boolean', value: false }
