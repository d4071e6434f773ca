import type { ProviderId } from '../schema/condition'
import { contextOf, LOGIN_DOMAIN, type Settings, settingAt } from '../schema/context'
import { providerOf } from '../schema/providers'
import type { KeyPlace, OutcomeInput } from './statement'

/** What the statements are made from. */
export type Scene = OutcomeInput & {
  readonly provider: ProviderId | null
  /** "Microsoft Entra ID"; "the identity provider" while none is configured. */
  readonly providerName: string
}

/** The input with the provider that its settings name. */
export function sceneOf(input: OutcomeInput): Scene {
  const { provider } = contextOf(input.settings)
  const named = provider !== null && provider !== 'Custom'
  return { ...input, provider, providerName: named ? providerOf(provider).label : 'the identity provider' }
}

/** The place of a key of the login window. */
export const login = (name: string): KeyPlace => ({ domain: LOGIN_DOMAIN, path: [name] })

/** The text of a login window key, trimmed; '' when it is not configured or not text. */
export function textOf({ settings }: { readonly settings: Settings }, name: string): string {
  const value = settingAt(settings, LOGIN_DOMAIN, [name])
  return value?.type === 'string' ? value.value.trim() : ''
}

/** Whether a switch of the login window is on; null when it is not configured or no switch. */
export function switchOf({ settings }: { readonly settings: Settings }, name: string): boolean | null {
  const value = settingAt(settings, LOGIN_DOMAIN, [name])
  return value?.type === 'boolean' ? value.value : null
}

/** The texts at a place: of a list, or one that stands alone. */
export function textsAt(settings: Settings, { domain, path }: KeyPlace): string[] {
  const value = settingAt(settings, domain, path)
  const items = value?.type === 'array' ? value.items : value === undefined ? [] : [value]
  return items.flatMap((item) => (item.type === 'string' && item.value !== '' ? [item.value] : []))
}

/** The texts of a login window key. */
export function textsOf({ settings }: { readonly settings: Settings }, name: string): string[] {
  return textsAt(settings, login(name))
}

/** "OIDCNewPassword is on", "… is off", "… is not configured". */
export function switchInWords(scene: Scene, name: string): string {
  const state = switchOf(scene, name)
  return `${name} is ${state === null ? 'not configured' : state ? 'on' : 'off'}`
}
