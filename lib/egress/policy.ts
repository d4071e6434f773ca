import { readFileSync } from 'node:fs'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { type AllowEntry, parseAllow } from './allow'
import { EgressSettingError } from './errors'

/** What the operator decided about outgoing requests. */
export type EgressPolicy = {
  readonly allow: readonly AllowEntry[]
  /** Ports Latchkey itself listens on; never asked on any address of this machine. */
  readonly ownPorts: readonly number[]
  /** Latchkey's own address for people, "latchkey.corp.example:443"; never asked. */
  readonly ownHost: string | null
  /** The public authorities and the operator's own; null means the public ones alone. */
  readonly authorities: SecureContext | null
}

export type PolicySettings = {
  /** In the form of LATCHKEY_EGRESS_ALLOW. */
  readonly allow?: string
  /** PEM text of certificates to trust in addition to the public authorities. */
  readonly ca?: string
  readonly ownPorts?: readonly number[]
  readonly ownHost?: string | null
}

/** A policy from its settings; without any it opens public https only. Throws EgressSettingError. */
export function egressPolicy(settings: PolicySettings = {}): EgressPolicy {
  return {
    allow: parseAllow(settings.allow ?? ''),
    ownPorts: settings.ownPorts ?? [],
    ownHost: settings.ownHost ?? null,
    authorities: settings.ca === undefined ? null : trust(settings.ca),
  }
}

/**
 * The policy of LATCHKEY_EGRESS_ALLOW (what to open), LATCHKEY_CA_FILE (a PEM file), PORT and LATCHKEY_PUBLIC_URL (what
 * Latchkey itself answers to). Reads the file; call it once. Throws EgressSettingError.
 */
export function policyFromEnvironment(env: Readonly<Record<string, string | undefined>>): EgressPolicy {
  const file = env.LATCHKEY_CA_FILE
  return egressPolicy({
    allow: env.LATCHKEY_EGRESS_ALLOW ?? '',
    ownPorts: [Number(env.PORT || 3000)],
    ownHost: env.LATCHKEY_PUBLIC_URL ? hostAndPort(env.LATCHKEY_PUBLIC_URL) : null,
    ...(file ? { ca: readAuthorities(file) } : {}),
  })
}

function readAuthorities(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new EgressSettingError(`LATCHKEY_CA_FILE is "${file}", which cannot be read.`)
  }
}

/** Read once for all connections: the list is long, and parsing it takes longer than a handshake. */
function trust(pem: string): SecureContext {
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  try {
    if (certificates) {
      return createSecureContext({ ca: [...rootCertificates, ...certificates] })
    }
  } catch {
    // Falls through to the same sentence.
  }
  throw new EgressSettingError('LATCHKEY_CA_FILE holds no certificate; give a file in PEM form.')
}

function hostAndPort(url: string): string | null {
  try {
    const { protocol, hostname, port } = new URL(url)
    return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
  } catch {
    return null
  }
}
