import type { Repair } from '../api/issue'
import type { Remedy } from '../api/report'
import type { PlistValue } from '../plist/value'
import { contextOf, LOGIN_DOMAIN } from '../products/jamf-connect/context'
import { allKeys, isOn, textOf } from '../products/jamf-connect/keys'
import { linkedEdits, linkOf, linkState } from '../products/jamf-connect/links/linked'
import type { LoginPath } from '../products/jamf-connect/manifests/key-ids'
import type { ProviderId } from '../products/jamf-connect/providers/provider-rows'
import { scopesIn } from '../products/jamf-connect/scopes'
import { type Settings, settingAt } from '../schema/settings'

/** What the login window sends when it signs somebody in with OpenID Connect. */
export type ClientSettings = {
  readonly provider: ProviderId | null
  /** OIDCClientID; '' when it is not configured. */
  readonly clientId: string
  /** OIDCClientSecret; null for a public client. */
  readonly clientSecret: string | null
  /** OIDCScopes, one by one; Jamf's default when the key is not configured. */
  readonly scopes: readonly string[]
  readonly scopesConfigured: boolean
  /** OIDCRedirectURI, as it is written. */
  readonly redirectUri: string
  /** OIDCTenant; '' when it is not configured. */
  readonly tenant: string
  /** OIDCIgnoreCookies: the sign-in page is asked for a fresh sign-in. */
  readonly ignoreCookies: boolean
  /** UseUserInfo: claims come from the UserInfo endpoint too. */
  readonly useUserInfo: boolean
}

/** https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Advanced_Login_Authentication_Settings */
const defaultScopes = ['openid', 'profile', 'email']
/** https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings */
const defaultRedirectUri = 'https://127.0.0.1/jamfconnect'

/** The values of the login window's own keys. Scopes may be joined with "+", white space or both. */
export function clientSettings(settings: Settings): ClientSettings {
  const scopes = scopesIn(textOf({ settings }, 'login/OIDCScopes'))
  return {
    provider: contextOf(settings).provider,
    clientId: textOf({ settings }, 'login/OIDCClientID'),
    clientSecret: textOf({ settings }, 'login/OIDCClientSecret') || null,
    scopes: scopes.length > 0 ? scopes : defaultScopes,
    scopesConfigured: scopes.length > 0,
    redirectUri: textOf({ settings }, 'login/OIDCRedirectURI') || defaultRedirectUri,
    tenant: textOf({ settings }, 'login/OIDCTenant'),
    ignoreCookies: isOn({ settings }, 'login/OIDCIgnoreCookies'),
    useUserInfo: isOn({ settings }, 'login/UseUserInfo'),
  }
}

/** The values of every key that holds a secret, of both apps. */
export function secretsIn(settings: Settings): readonly string[] {
  return allKeys.flatMap(({ domain, path, definition }) => {
    const value = definition.secret === true ? settingAt(settings, domain, path) : undefined
    return value?.type === 'string' && value.value !== '' ? [value.value] : []
  })
}

/** Points a finding at a key of the login window; `repair` is the change that one click makes. */
export function loginKey(name: LoginPath, repair?: Repair): Remedy {
  return { domain: LOGIN_DOMAIN, path: [name], ...(repair === undefined ? {} : { repair }) }
}

/**
 * The repair that gives a key of the login window another value, or takes it away. A linked key of the other app that
 * says the same now goes along.
 */
export function changeLoginKey(
  settings: Settings,
  title: string,
  name: LoginPath,
  value: PlistValue | null,
): Repair {
  const link = linkOf(`login/${name}`)
  return link !== undefined && linkState(link, settings) === 'same'
    ? { title, edits: linkedEdits(link, value, settings) }
    : { title, edits: [{ domain: LOGIN_DOMAIN, path: [name], value }] }
}

/**
 * The change for a provider that checks no passwords: a local password of its own, and no client for a check. Undefined
 * where another provider checks them, or passwords are passed through: what is right then is not known.
 */
export function withoutPasswordCheck(settings: Settings): Repair | undefined {
  const decided = (['login/ROPGProvider', 'login/ROPGDiscoveryURL'] as const).some(
    (id) => textOf({ settings }, id) !== '',
  )
  if (decided || isOn({ settings }, 'login/OIDCUsePassthroughAuth')) {
    return undefined
  }
  const separate = isOn({ settings }, 'login/OIDCNewPassword')
  const title = separate ? 'Remove OIDCROPGID' : 'Turn on OIDCNewPassword and remove OIDCROPGID'
  const on = changeLoginKey(settings, title, 'OIDCNewPassword', { type: 'boolean', value: true })
  const off = changeLoginKey(settings, title, 'OIDCROPGID', null)
  return {
    title,
    edits: [
      ...(separate ? [] : on.edits),
      ...(textOf({ settings }, 'login/OIDCROPGID') === '' ? [] : off.edits),
    ],
  }
}
