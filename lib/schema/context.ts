import { child, valueAt } from '../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../plist/value'
import type { ProviderId } from './condition'
import { providers } from './providers'

export const LOGIN_DOMAIN = 'com.jamf.connect.login'
export const CONNECT_DOMAIN = 'com.jamf.connect'

/** The settings of a configuration: one dict per preference domain. */
export type Settings = ReadonlyMap<string, PlistDict>

/** What a condition is decided against. */
export type Context = {
  /** The identity provider of the configuration; null while none is configured or it is not one Jamf Connect knows. */
  readonly provider: ProviderId | null
  readonly settings: Settings
  /** The domain in which a condition's keys are looked up when they name none. */
  readonly domain: string
  /** Array positions that stand for the "[]" of a key inside a list, outermost first. */
  readonly positions?: readonly number[]
}

/**
 * The context of a whole configuration, seen from its login window settings. The provider is that of the login
 * window, else that of the menu bar app; an Okta domain without a provider means Okta, as Jamf Connect itself takes it
 * (https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings).
 */
export function contextOf(settings: Settings): Context {
  return { provider: providerOf(settings), settings, domain: LOGIN_DOMAIN }
}

/**
 * The same context, seen from another domain, with the array positions of `path` filled in. The menu bar app may have
 * a provider of its own: some organizations use Okta at the login window and Okta by OpenID Connect in the menu bar.
 */
export function seenFrom(context: Context, domain: string, path: PlistPath = []): Context {
  const positions = path.filter((step) => typeof step === 'number')
  const named = domain === CONNECT_DOMAIN ? menuBarProvider(context.settings) : undefined
  const own = named === undefined ? null : providerNamed(named)
  return { provider: own ?? context.provider, settings: context.settings, domain, positions }
}

/** The provider that a value of OIDCProvider or Provider means, former spellings included; null for any other text. */
export function providerNamed(text: string): ProviderId | null {
  return providers.find(({ id, formerly }) => id === text || formerly.includes(text))?.id ?? null
}

/** The text at `path` in the settings of `domain`; undefined when there is none or it is not a string. */
export function textAt(settings: Settings, domain: string, path: PlistPath): string | undefined {
  const value = settingAt(settings, domain, path)
  return value?.type === 'string' ? value.value : undefined
}

/** The value at `path` in the settings of `domain`. */
export function settingAt(settings: Settings, domain: string, path: PlistPath): PlistValue | undefined {
  const root = settings.get(domain)
  return root === undefined ? undefined : valueAt(root, path)
}

/**
 * Whether a value can be written at `path` in the settings of `domain`: what stands above it is a dictionary, or a list
 * with that element, and dictionaries that are missing are made.
 */
export function isWritable(settings: Settings, domain: string, path: PlistPath): boolean {
  let node: PlistValue | undefined = settings.get(domain)
  for (const [at, step] of path.entries()) {
    const fits =
      typeof step === 'string'
        ? node?.type === 'dict' || (node === undefined && at > 0)
        : node?.type === 'array' && step <= node.items.length
    if (!fits) {
      return false
    }
    // What stands at the place itself does not matter, and in a dictionary of many keys finding it takes long.
    node = node === undefined || at === path.length - 1 ? undefined : valueAt(node, [step])
  }
  return settings.has(domain)
}

function menuBarProvider(settings: Settings): string | undefined {
  return textAt(settings, CONNECT_DOMAIN, ['IdPSettings', 'Provider'])
}

function providerOf(settings: Settings): ProviderId | null {
  const named = [textAt(settings, LOGIN_DOMAIN, ['OIDCProvider']), menuBarProvider(settings)]
  const first = named.find((text) => text !== undefined && text !== '')
  if (first !== undefined) {
    return providerNamed(first)
  }
  const idp = child(settings.get(CONNECT_DOMAIN), 'IdPSettings')
  const oktaDomain = child(settings.get(LOGIN_DOMAIN), 'AuthServer') ?? child(idp, 'OktaAuthServer')
  return oktaDomain === undefined ? null : 'Okta'
}
