import { textsAt } from '../../outcome/scene'
import type { ProviderId } from '../../schema/condition'
import {
  CONNECT_DOMAIN,
  contextOf,
  LOGIN_DOMAIN,
  type Settings,
  seenFrom,
  textAt,
} from '../../schema/context'
import { scopesIn } from '../../schema/formats'
import { type DiscoveryAddress, discoveryUrl } from '../../schema/providers'
import { withoutSetting, withSetting } from './settings-edit'

/** Whose background check is tried: that of the login window, or of Self Service+ (the menu bar app). */
export type CheckingApp = 'login' | 'connect'

export type KeyPlace = { readonly domain: string; readonly path: readonly string[] }

/** A value and the key it comes from; '' and the key it is missed in. */
type From = KeyPlace & { readonly value: string }

/** What one app sends when it checks a password, and where each part comes from. */
export type PasswordPlan = {
  readonly app: CheckingApp
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
 * The login window: its ROPG keys, and those of the sign-in for what they leave open.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS
 */
function loginPlan(settings: Settings): PasswordPlan {
  const own = first(settings, LOGIN_DOMAIN, ['OIDCROPGID'])
  const borrowed = first(settings, LOGIN_DOMAIN, ['OIDCClientID'])
  const clientId = own.value !== '' || borrowed.value === '' ? own : borrowed
  const sameClient = own.value === '' || own.value === borrowed.value
  const secretKeys: readonly string[] = sameClient
    ? ['ROPGClientSecret', 'OIDCClientSecret']
    : ['ROPGClientSecret']
  const hybrid = text(settings, LOGIN_DOMAIN, ['ROPGProvider'])
  const explicit = hybrid === 'Custom' || text(settings, LOGIN_DOMAIN, ['ROPGDiscoveryURL']) !== ''
  return {
    app: 'login',
    provider: hybridProvider(hybrid) ?? contextOf(settings).provider,
    clientId,
    clientIdBorrowed: own.value === '' && borrowed.value !== '',
    secret: first(settings, LOGIN_DOMAIN, secretKeys, sameClient ? 'OIDCClientSecret' : 'ROPGClientSecret'),
    tenant: first(
      settings,
      LOGIN_DOMAIN,
      ['ROPGTenant', 'OIDCTenant'],
      hybrid === '' ? 'OIDCTenant' : 'ROPGTenant',
    ),
    address: loginAddress(settings, hybrid),
    addressKey: login(explicit ? 'ROPGDiscoveryURL' : 'OIDCDiscoveryURL'),
    providerKey: login(hybrid === '' ? 'OIDCProvider' : 'ROPGProvider'),
    ...loginScopes(settings),
    successCodes: textsAt(settings, login('ROPGSuccessCodes')),
    successCodesKey: login('ROPGSuccessCodes'),
  }
}

function loginAddress(settings: Settings, hybrid: string): DiscoveryAddress | null {
  const own = text(settings, LOGIN_DOMAIN, ['ROPGDiscoveryURL'])
  if (own !== '') {
    return { url: own, formula: own, source: 'configured' }
  }
  const tenant = text(settings, LOGIN_DOMAIN, ['ROPGTenant'])
  const withTenant = tenant === '' ? settings : withSetting(settings, LOGIN_DOMAIN, 'OIDCTenant', tenant)
  const other = hybridProvider(hybrid)
  if (other === null) {
    return discoveryUrl(contextOf(withTenant))
  }
  const computed = withoutSetting(withTenant, LOGIN_DOMAIN, 'OIDCDiscoveryURL')
  return discoveryUrl({ ...contextOf(computed), provider: other })
}

/** ROPGProvider has two values: AD FS, and Entra ID with the passwords it knows itself. */
function hybridProvider(value: string): ProviderId | null {
  return value === 'Custom' ? 'Custom' : value === 'Azure_v2' ? 'EntraID' : null
}

function loginScopes(settings: Settings): Pick<PasswordPlan, 'scopes' | 'scopesKey' | 'scopesBecause'> {
  const own = scopesIn(text(settings, LOGIN_DOMAIN, ['ROPGScopes']))
  const signIn = scopesIn(text(settings, LOGIN_DOMAIN, ['OIDCScopes']))
  if (own.length > 0) {
    const scopesBecause = 'ROPGScopes is configured; Jamf Connect heeds it from version 2.17.'
    return { scopes: own, scopesKey: login('ROPGScopes'), scopesBecause }
  }
  return signIn.length > 0
    ? {
        scopes: signIn,
        scopesKey: login('OIDCScopes'),
        scopesBecause:
          'ROPGScopes is not configured. From version 2.14 the login window then asks for the scopes of the sign-in, OIDCScopes. A scope that carries a policy for the second factor makes each password check fail once.',
      }
    : {
        scopes: usualScopes,
        scopesKey: login('ROPGScopes'),
        scopesBecause: 'Neither ROPGScopes nor OIDCScopes is configured; Latchkey asks for the usual scopes.',
      }
}

/** Self Service+ reads its own dictionary and nothing of the login window. */
function menuBarPlan(settings: Settings): PasswordPlan {
  const context = seenFrom(contextOf(settings), CONNECT_DOMAIN)
  const from = (...names: string[]) =>
    first(
      settings,
      CONNECT_DOMAIN,
      names.map((name) => ['IdPSettings', name]),
    )
  const own = from('ROPGID')
  const signIn = from('OIDCClientID')
  const scopes = scopesIn(text(settings, CONNECT_DOMAIN, ['IdPSettings', 'Scopes']))
  const borrowed = own.value === '' && signIn.value !== ''
  return {
    app: 'connect',
    provider: context.provider,
    clientId: borrowed ? signIn : own,
    clientIdBorrowed: borrowed,
    secret: from('ClientSecret'),
    tenant: from('TenantID'),
    address: discoveryUrl(context),
    addressKey: menuBar('DiscoveryURL'),
    providerKey: menuBar('Provider'),
    scopes: scopes.length > 0 ? scopes : usualScopes,
    scopesKey: menuBar('Scopes'),
    scopesBecause:
      scopes.length > 0
        ? 'IdPSettings/Scopes is configured.'
        : 'IdPSettings/Scopes is not configured; Latchkey asks for the usual scopes.',
    successCodes: textsAt(settings, menuBar('SuccessCodes')),
    successCodesKey: menuBar('SuccessCodes'),
  }
}

/** A key of the login window. */
export function login(name: string): KeyPlace {
  return { domain: LOGIN_DOMAIN, path: [name] }
}

function menuBar(name: string): KeyPlace {
  return { domain: CONNECT_DOMAIN, path: ['IdPSettings', name] }
}

/** The first of the keys that is configured; `missed`, or the first key, without a value when none is. */
function first(
  settings: Settings,
  domain: string,
  paths: readonly (string | readonly string[])[],
  missed?: string,
): From {
  const all = paths.map((path) => {
    const steps = typeof path === 'string' ? [path] : path
    return { domain, path: steps, value: text(settings, domain, steps) }
  })
  const [wanted = { domain, path: [], value: '' }] = all
  const configured = all.find(({ value }) => value !== '')
  return configured ?? (missed === undefined ? wanted : { domain, path: [missed], value: '' })
}

function text(settings: Settings, domain: string, path: readonly string[]): string {
  return (textAt(settings, domain, path) ?? '').trim()
}
