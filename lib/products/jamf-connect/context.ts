import type { PlistPath } from '../../plist/value'
import type { Context, Settings } from '../../schema/settings'
import { exactTextOf, settingOf } from './keys'
import type { ProviderId } from './providers/provider-rows'
import { providers } from './providers/providers'

/** What conditions of Jamf Connect are decided against. */
export type JamfContext = Context<ProviderId>

export const LOGIN_DOMAIN = 'com.jamf.connect.login'
export const CONNECT_DOMAIN = 'com.jamf.connect'

/**
 * The context of a whole configuration, seen from its login window settings. The provider is that of the login
 * window, else that of the menu bar app; an Okta domain without a provider means Okta, as Jamf Connect itself takes it
 * (https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings).
 */
export function contextOf(settings: Settings): JamfContext {
  return { provider: providerOf(settings), settings, domain: LOGIN_DOMAIN }
}

/**
 * The same context, seen from another domain, with the array positions of `path` filled in. The menu bar app may have
 * a provider of its own: some organizations use Okta at the login window and Okta by OpenID Connect in the menu bar.
 */
export function seenFrom(context: JamfContext, domain: string, path: PlistPath = []): JamfContext {
  const positions = path.filter((step) => typeof step === 'number')
  const own = domain === CONNECT_DOMAIN ? providerNamed(menuBarProvider(context.settings)) : null
  return { provider: own ?? context.provider, settings: context.settings, domain, positions }
}

/** The provider that a value of OIDCProvider or Provider means, former spellings included; null for any other text. */
export function providerNamed(text: string): ProviderId | null {
  return providers.find(({ id, formerly }) => id === text || formerly.includes(text))?.id ?? null
}

function menuBarProvider(settings: Settings): string {
  return exactTextOf({ settings }, 'connect/IdPSettings/Provider')
}

function providerOf(settings: Settings): ProviderId | null {
  const first = exactTextOf({ settings }, 'login/OIDCProvider') || menuBarProvider(settings)
  if (first !== '') {
    return providerNamed(first)
  }
  const oktaDomain =
    settingOf({ settings }, 'login/AuthServer') ??
    settingOf({ settings }, 'connect/IdPSettings/OktaAuthServer')
  return oktaDomain === undefined ? null : 'Okta'
}
