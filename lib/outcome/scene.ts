import type { ProviderId } from '../schema/condition'
import { contextOf, LOGIN_DOMAIN, type Settings, seenFrom, settingAt } from '../schema/context'
import { providerOf } from '../schema/providers'
import { passwordProviderBehind, traitsOf, type VendorTraits } from '../schema/vendors'
import type { Claims, KeyPlace, OutcomeInput } from './statement'

/** What the statements are made from: `claims` are all that Jamf Connect gets. */
export type Scene = Omit<OutcomeInput, 'userInfo'> & {
  /** Names of those claims that the ID token lacks and the UserInfo endpoint gave. */
  readonly fetched: ReadonlySet<string>
  /** What the UserInfo endpoint has beside the ID token while UseUserInfo is not on; null when nothing is known. */
  readonly unasked: Claims | null
  readonly provider: ProviderId | null
  /** "Microsoft Entra ID"; "the identity provider" while none is configured. */
  readonly providerName: string
}

/** What is known of the provider that checks passwords for the login window; undefined for one that is not known. */
export function checkingProvider({ settings }: { readonly settings: Settings }): VendorTraits | undefined {
  return traitsOf(passwordProviderBehind(seenFrom(contextOf(settings), LOGIN_DOMAIN)))
}

/** The input with the provider that its settings name, and the claims that reach Jamf Connect. */
export function sceneOf({ userInfo, ...input }: OutcomeInput): Scene {
  const { provider } = contextOf(input.settings)
  const named = provider !== null && provider !== 'Custom'
  const providerName = named ? providerOf(provider).label : 'the identity provider'
  return { ...input, provider, providerName, ...withUserInfo(input, userInfo) }
}

/** UseUserInfo brings claims that the token lacks; it replaces none. */
function withUserInfo(
  input: Omit<OutcomeInput, 'userInfo'>,
  userInfo: Claims | undefined,
): Pick<Scene, 'claims' | 'fetched' | 'unasked'> {
  const { claims } = input
  if (userInfo === undefined || claims === null) {
    return { claims, fetched: new Set(), unasked: null }
  }
  const further = Object.fromEntries(
    Object.entries(userInfo).filter(([name]) => !Object.hasOwn(claims, name)),
  )
  return switchOf(input, 'UseUserInfo') === true
    ? { claims: { ...further, ...claims }, fetched: new Set(Object.keys(further)), unasked: null }
    : { claims, fetched: new Set(), unasked: further }
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
