import { urlIn, withoutScheme } from '../../../../schema/web-address'
import { configured, type RequestKey, type TextOf } from './values'

const HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(?::\d+)?$/

/** The first address among the keys that leads to a host and is wanted; null when there is none. */
export function addressAmong(
  textOf: TextOf,
  keys: readonly RequestKey[],
  wanted: (address: URL) => boolean,
): URL | null {
  const addresses = keys.map((key) => urlIn(configured(textOf, key) ?? ''))
  return addresses.find((address) => address !== null && HOST.test(address.host) && wanted(address)) ?? null
}

/**
 * The first host among the keys that is wanted. Administrators write a tenant as a name, a host or an address; a name
 * alone stands in front of the domain of the provider. Null when there is none, or nothing that a host can be.
 */
export function hostAmong(
  textOf: TextOf,
  keys: readonly RequestKey[],
  {
    domain,
    wanted,
  }: { readonly domain: string; readonly wanted: (host: string, written: string) => boolean },
): string | null {
  for (const key of keys) {
    const written = configured(textOf, key) ?? ''
    const name = withoutScheme(written).replace(/[/?#].*$/s, '')
    const host = urlIn(`https://${name.includes('.') ? name : `${name}.${domain}`}`)?.host ?? ''
    if (name !== '' && HOST.test(host) && wanted(host, written)) {
      return host
    }
  }
  return null
}
