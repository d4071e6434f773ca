import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { classify } from './address-class'
import type { AllowEntry } from './allow'
import { EgressError } from './errors'
import type { EgressPolicy } from './policy'
import type { Target } from './target'

/** Names of the metadata services of clouds; refused before they are looked up, and so are names below them. */
const metadataNames = [
  'instance-data',
  'instance-data.ec2.internal',
  'metadata',
  'metadata.azure.internal',
  'metadata.goog',
  'metadata.google.internal',
  'metadata.tencentyun.com',
]

/**
 * Ports of other protocols above 1023: those of https://fetch.spec.whatwg.org/#port-blocking and of data stores and
 * control planes that trust whoever connects.
 */
const badPorts = new Set([
  1719, 1720, 1723, 2049, 2375, 2376, 2379, 2380, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5900, 6000,
  6379, 6443, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 8500, 9042, 9200, 9300, 10080, 10250, 11211,
  27017,
])

/**
 * What can be refused before the name is looked up: metadata names, Latchkey itself, and a scheme or port that no entry
 * of the operator can open for this name. Throws EgressError.
 */
export function vetName(target: Target, policy: EgressPolicy): void {
  const { host, port } = target
  const isMetadata = metadataNames.some((name) => host === name || host.endsWith(`.${name}`))
  if (isMetadata || port === 0 || `${target.url.hostname}:${port}` === policy.ownHost) {
    throw blocked('blocked-address', target)
  }
  if (!target.literal && policy.allow.every((entry) => entry.excludes(host) || !portFits(entry, port))) {
    vetPublic(target)
  }
}

/**
 * Every address a name has must be allowed; one that is not refuses them all, so that no order of trying and no second
 * answer matters. Throws EgressError.
 */
export function vetAddresses(target: Target, addresses: readonly string[], policy: EgressPolicy): void {
  for (const address of addresses) {
    const tier = classify(address)
    if (tier === 'never' || isOwnListener(address, target.port, policy)) {
      throw blocked('blocked-address', target)
    }
    const opened = policy.allow.some(
      (entry) => portFits(entry, target.port) && entry.covers(target.host, address),
    )
    if (!opened) {
      if (tier === 'operator') {
        throw blocked('blocked-address', target)
      }
      vetPublic(target)
    }
  }
}

/** What anybody may ask: https on 443 or a port from 1024 that is not another protocol's. */
function vetPublic(target: Target): void {
  if (!target.secure) {
    throw blocked('blocked-scheme', target)
  }
  if ((target.port !== 443 && target.port < 1024) || badPorts.has(target.port)) {
    throw blocked('blocked-port', target)
  }
}

function portFits(entry: AllowEntry, port: number): boolean {
  return entry.port === null || entry.port === port
}

/** A request that Latchkey sends to itself would come from a trusted place. */
function isOwnListener(address: string, port: number, policy: EgressPolicy): boolean {
  if (!policy.ownPorts.includes(port)) {
    return false
  }
  const own = Object.values(networkInterfaces()).flatMap((list) => list?.map((entry) => entry.address) ?? [])
  return own.includes(address) || (isIP(address) === 4 ? address.startsWith('127.') : address === '::1')
}

function blocked(code: 'blocked-address' | 'blocked-port' | 'blocked-scheme', target: Target): EgressError {
  return new EgressError(code, 'policy', target.host)
}
