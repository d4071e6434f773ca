import { holds } from '../../../schema/condition'
import type { Settings } from '../../../schema/settings'
import { urlIn } from '../../../schema/web-address'
import { contextOf } from '../context'
import { inWords, providerInWords } from '../in-words'
import { exactTextOf, keyWithId, textOf } from '../keys'
import type { KeyId } from '../manifests/key-ids'
import { discoveryUrl } from '../providers/discovery-url'
import { hybridProvider, mayCheckElsewhere, providers } from '../providers/providers'
import { vendorAt } from '../providers/vendors'

/** Why it is not plain which provider of the login window checks passwords. */
export type UnclearCheck = {
  readonly kind: 'unknown-value' | 'no-effect' | 'half' | 'contradiction'
  readonly key: KeyId
  /** Whether a password may be sent to the configured address all the same: somebody named it for that. */
  readonly sends: boolean
  readonly means: string
  readonly change: string
}

const VALUES = providers.flatMap(({ hybridValue }) => hybridValue ?? [])

/**
 * What keeps the provider of the password check from being plain; null where nothing does. A key counts only where it
 * applies, and ROPGProvider has two values.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS
 */
export function unclearPasswordCheck(settings: Settings): UnclearCheck | null {
  const named = exactTextOf({ settings }, 'login/ROPGProvider')
  if (named !== '' && hybridProvider(named) === undefined) {
    return {
      kind: 'unknown-value',
      key: 'login/ROPGProvider',
      sends: false,
      means: `ROPGProvider is “${named}”, and its values are ${VALUES.join(' and ')}. Which provider checks passwords is not known.`,
      change: 'Choose one of the two values, or remove ROPGProvider.',
    }
  }
  return withoutEffect(settings, named) ?? split(settings, named)
}

/** A key that the provider of the sign-in has no use for, where it would lead the password somewhere else. */
function withoutEffect(settings: Settings, named: string): UnclearCheck | null {
  const context = contextOf(settings)
  const { provider } = context
  const address = textOf({ settings }, 'login/ROPGDiscoveryURL')
  const leading: readonly [KeyId, boolean][] = [
    ['login/ROPGDiscoveryURL', address !== ''],
    // With an address of its own, a value that leaves it to the address changes nothing.
    ['login/ROPGProvider', named !== '' && !(leavesItOpen(named) && address !== '')],
  ]
  for (const [key, leads] of leading) {
    const { appliesWhen = 'always' } = keyWithId(key) ?? {}
    if (provider !== null && leads && !holds(appliesWhen, context)) {
      const name = key.split('/')[1] ?? key
      return {
        kind: 'no-effect',
        key,
        sends: false,
        means: `${name} has no effect with ${providerInWords(provider)}: Jamf Connect reads it only ${inWords(appliesWhen)}. Latchkey does not send the password to a provider that is only one of two readings.`,
        change: `Remove ${name}.`,
      }
    }
  }
  return null
}

/** An address of another provider beside Entra ID, which ROPGProvider does not name. */
function split(settings: Settings, named: string): UnclearCheck | null {
  const address = textOf({ settings }, 'login/ROPGDiscoveryURL')
  const { provider } = contextOf(settings)
  const same = mayCheckElsewhere(vendorAt(address))
  if (!mayCheckElsewhere(provider) || leavesItOpen(named) || address === '' || same) {
    return null
  }
  return named === ''
    ? {
        kind: 'half',
        key: 'login/ROPGDiscoveryURL',
        sends: true,
        means:
          'ROPGDiscoveryURL leads to another provider than Entra ID, and ROPGProvider is not configured. By the one key that provider checks passwords, by the other the provider of the sign-in does; which counts is not documented.',
        change:
          'Choose Custom in ROPGProvider if that provider checks passwords, or remove ROPGDiscoveryURL.',
      }
    : {
        kind: 'contradiction',
        key: 'login/ROPGDiscoveryURL',
        sends: false,
        means:
          'ROPGProvider is Azure_v2, so Entra ID checks passwords, and ROPGDiscoveryURL leads to another provider.',
        change:
          'Choose Custom in ROPGProvider if that provider checks passwords, or remove ROPGDiscoveryURL.',
      }
}

/**
 * Whether the login window checks passwords with the provider of the sign-in, so that its client and secret are known
 * there. On one host, a path that differs is another realm or server.
 */
export function checksWhereItSignsIn(settings: Settings): boolean {
  const signIn = discoveryUrl(contextOf(settings))?.url ?? ''
  const address = textOf({ settings }, 'login/ROPGDiscoveryURL')
  const named = textOf({ settings }, 'login/ROPGProvider')
  if (address === '') {
    return (
      named === '' || (mayCheckElsewhere(hybridProvider(named)?.id ?? null) && isHybrid(settings, signIn))
    )
  }
  return isHybrid(settings, signIn) ? mayCheckElsewhere(vendorAt(address)) : samePlace(address, signIn)
}

/** Whether people sign in at a provider beside which another one may check passwords. */
function isHybrid(settings: Settings, signIn: string): boolean {
  return mayCheckElsewhere(signIn === '' ? contextOf(settings).provider : vendorAt(signIn))
}

/** Whether a value of ROPGProvider leaves it to the address who is meant. */
function leavesItOpen(named: string): boolean {
  return hybridProvider(named)?.product === 'any'
}

function samePlace(one: string, other: string): boolean {
  const [a, b] = [urlIn(one.trim()), urlIn(other.trim())]
  const path = (url: URL) => url.pathname.replace(/\/+$/, '')
  return a !== null && b !== null && a.origin === b.origin && path(a) === path(b)
}
