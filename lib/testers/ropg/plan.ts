import type { KeyPlace } from '@/lib/api/issue'
import { CONNECT_DOMAIN, contextOf, LOGIN_DOMAIN, seenFrom } from '../../products/jamf-connect/context'
import { placeOf, textOf, textsOf } from '../../products/jamf-connect/keys'
import type { KeyId } from '../../products/jamf-connect/manifests/key-ids'
import {
  checksWhereItSignsIn,
  type UnclearCheck,
  unclearPasswordCheck,
} from '../../products/jamf-connect/passwords/password-check'
import { type DiscoveryAddress, discoveryUrl } from '../../products/jamf-connect/providers/discovery-url'
import type { ProviderId } from '../../products/jamf-connect/providers/provider-rows'
import { hybridProvider } from '../../products/jamf-connect/providers/providers'
import { scopesIn } from '../../products/jamf-connect/scopes'
import type { Settings } from '../../schema/settings'
import { withoutSetting, withSetting } from './settings-edit'

/** Whose background check is tried: that of the login window, or of Self Service+ (the menu bar app). */
export type CheckingApp = 'login' | 'connect'

/** A value and the key it comes from; '' and the key it is missed in. */
type From = KeyPlace & { readonly value: string }

/** What one app sends when it checks a password, and where each part comes from. */
export type PasswordPlan = {
  readonly app: CheckingApp
  /** The app has settings. */
  readonly configured: boolean
  /** What keeps it from being plain which provider is asked. */
  readonly unclear: UnclearCheck | null
  readonly provider: ProviderId | null
  readonly clientId: From
  /** The client ID stands in for one that is not configured. */
  readonly clientIdBorrowed: boolean
  readonly secret: From
  readonly tenant: From
  readonly address: DiscoveryAddress | null
  readonly addressKey: KeyPlace
  readonly providerKey: KeyPlace
  readonly scopes: readonly string[]
  readonly scopesKey: KeyPlace
  /** Which rule chose the scopes, as a sentence. */
  readonly scopesBecause: string
  readonly successCodes: readonly string[]
  readonly successCodesKey: KeyPlace
}

/** Latchkey's choice where nothing is configured: the scopes in Jamf's examples. */
const usualScopes = ['openid', 'profile', 'email']

/** Reads the plan of one app from the settings. */
export function passwordPlan(settings: Settings, app: CheckingApp): PasswordPlan {
  return app === 'login' ? loginPlan(settings) : menuBarPlan(settings)
}

/**
 * The login window: its ROPG keys, and those of the sign-in for what they leave open; never the client or the secret of
 * the sign-in for another provider, which must not learn them.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS
 */
function loginPlan(settings: Settings): PasswordPlan {
  const own = first(settings, ['login/OIDCROPGID'])
  const lent = checksWhereItSignsIn(settings)
  const signIn = first(settings, ['login/OIDCClientID'])
  const borrowed = lent && own.value === '' && signIn.value !== ''
  const sameClient = lent && (own.value === '' || own.value === signIn.value)
  const secret = sameClient
    ? first(settings, ['login/ROPGClientSecret', 'login/OIDCClientSecret'], 'login/OIDCClientSecret')
    : first(settings, ['login/ROPGClientSecret'])
  const hybrid = textOf({ settings }, 'login/ROPGProvider')
  const explicit =
    hybridProvider(hybrid)?.discovery.kind === 'explicit' ||
    textOf({ settings }, 'login/ROPGDiscoveryURL') !== ''
  return {
    app: 'login',
    configured: settings.has(LOGIN_DOMAIN),
    unclear: unclearPasswordCheck(settings),
    provider: hybridProvider(hybrid)?.id ?? contextOf(settings).provider,
    clientId: borrowed ? signIn : own,
    clientIdBorrowed: borrowed,
    secret,
    tenant: first(
      settings,
      ['login/ROPGTenant', 'login/OIDCTenant'],
      hybrid === '' ? 'login/OIDCTenant' : 'login/ROPGTenant',
    ),
    address: loginAddress(settings),
    addressKey: placeOf(explicit ? 'login/ROPGDiscoveryURL' : 'login/OIDCDiscoveryURL'),
    providerKey: placeOf(hybrid === '' ? 'login/OIDCProvider' : 'login/ROPGProvider'),
    ...loginScopes(settings),
    successCodes: textsOf({ settings }, 'login/ROPGSuccessCodes'),
    successCodesKey: placeOf('login/ROPGSuccessCodes'),
  }
}

function loginAddress(settings: Settings): DiscoveryAddress | null {
  const own = textOf({ settings }, 'login/ROPGDiscoveryURL')
  if (own !== '') {
    return { url: own, formula: own, source: 'configured' }
  }
  const tenant = textOf({ settings }, 'login/ROPGTenant')
  const withTenant = tenant === '' ? settings : withSetting(settings, 'OIDCTenant', tenant)
  const other = hybridProvider(textOf({ settings }, 'login/ROPGProvider'))
  if (other === undefined) {
    return discoveryUrl(contextOf(withTenant))
  }
  const computed = withoutSetting(withTenant, 'OIDCDiscoveryURL')
  return discoveryUrl({ ...contextOf(computed), provider: other.id })
}

function loginScopes(settings: Settings): Pick<PasswordPlan, 'scopes' | 'scopesKey' | 'scopesBecause'> {
  const own = scopesIn(textOf({ settings }, 'login/ROPGScopes'))
  const signIn = scopesIn(textOf({ settings }, 'login/OIDCScopes'))
  if (own.length > 0) {
    const scopesBecause = 'ROPGScopes is configured; Jamf Connect heeds it from version 2.17.'
    return { scopes: own, scopesKey: placeOf('login/ROPGScopes'), scopesBecause }
  }
  return signIn.length > 0
    ? {
        scopes: signIn,
        scopesKey: placeOf('login/OIDCScopes'),
        scopesBecause:
          'ROPGScopes is not configured. From version 2.14 the login window then asks for the scopes of the sign-in, OIDCScopes. A scope that carries a policy for the second factor makes each password check fail once.',
      }
    : {
        scopes: usualScopes,
        scopesKey: placeOf('login/ROPGScopes'),
        scopesBecause: 'Neither ROPGScopes nor OIDCScopes is configured; Latchkey asks for the usual scopes.',
      }
}

/** Self Service+ reads its own dictionary and nothing of the login window. */
function menuBarPlan(settings: Settings): PasswordPlan {
  const context = seenFrom(contextOf(settings), CONNECT_DOMAIN)
  const own = first(settings, ['connect/IdPSettings/ROPGID'])
  const signIn = first(settings, ['connect/IdPSettings/OIDCClientID'])
  const scopes = scopesIn(textOf({ settings }, 'connect/IdPSettings/Scopes'))
  const borrowed = own.value === '' && signIn.value !== ''
  return {
    app: 'connect',
    configured: settings.has(CONNECT_DOMAIN),
    unclear: null,
    provider: context.provider,
    clientId: borrowed ? signIn : own,
    clientIdBorrowed: borrowed,
    secret: first(settings, ['connect/IdPSettings/ClientSecret']),
    tenant: first(settings, ['connect/IdPSettings/TenantID']),
    address: discoveryUrl(context),
    addressKey: placeOf('connect/IdPSettings/DiscoveryURL'),
    providerKey: placeOf('connect/IdPSettings/Provider'),
    scopes: scopes.length > 0 ? scopes : usualScopes,
    scopesKey: placeOf('connect/IdPSettings/Scopes'),
    scopesBecause:
      scopes.length > 0
        ? 'IdPSettings/Scopes is configured.'
        : 'IdPSettings/Scopes is not configured; Latchkey asks for the usual scopes.',
    successCodes: textsOf({ settings }, 'connect/IdPSettings/SuccessCodes'),
    successCodesKey: placeOf('connect/IdPSettings/SuccessCodes'),
  }
}

/** The first of the keys that is configured; `missed`, or the first key, without a value when none is. */
function first(settings: Settings, ids: readonly [KeyId, ...KeyId[]], missed: KeyId = ids[0]): From {
  const found = ids.find((id) => textOf({ settings }, id) !== '') ?? missed
  return { ...placeOf(found), value: textOf({ settings }, found) }
}
