import type { Settings } from '../../../schema/settings'
import { contextOf, LOGIN_DOMAIN, seenFrom } from '../context'
import { placeOf, switchOf } from '../keys'
import type { KeyId } from '../manifests/key-ids'
import { passwordProviderBehind } from '../providers/provider-behind'
import type { ProviderId } from '../providers/provider-rows'
import { rowOf } from '../providers/providers'
import { namedVendor, traitsOf, type VendorTraits } from '../providers/vendors'
import type { Claims, OutcomeInput } from './statement'

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
  const named = rowOf(namedVendor(provider))
  const providerName = named?.label ?? 'the identity provider'
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
  return switchOf(input, 'login/UseUserInfo') === true
    ? { claims: { ...further, ...claims }, fetched: new Set(Object.keys(further)), unasked: null }
    : { claims, fetched: new Set(), unasked: further }
}

/** "OIDCNewPassword is on", "… is off", "… is not configured". */
export function switchInWords(scene: Scene, id: KeyId): string {
  const state = switchOf(scene, id)
  const name = placeOf(id).path.join('/')
  return `${name} is ${state === null ? 'not configured' : state ? 'on' : 'off'}`
}
