import type { Certificate, RelativeDistinguishedNames } from 'pkijs'
import type { Signer } from './signed-data'

/** Attribute types of X.520. */
const COMMON_NAME = '2.5.4.3'
const ORGANIZATION = '2.5.4.10'
const ORGANIZATIONAL_UNIT = '2.5.4.11'

/** Names of public keys by object identifier (RFC 3279, RFC 5480, RFC 8410). */
const KEY_NAMES: { readonly [oid: string]: string } = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.10045.2.1': 'ECDSA',
  '1.3.101.112': 'Ed25519',
}

/** What a certificate says of its holder, its issuer, its dates and its key. Texts are cut and free of control characters. */
export function certificateFacts(certificate: Certificate): Omit<Signer, 'verdict' | 'reason'> {
  const organization = part(certificate.subject, ORGANIZATION)
  const key = certificate.subjectPublicKeyInfo.algorithm.algorithmId
  return {
    name: distinguishedName(certificate.subject),
    ...(organization ? { organization } : {}),
    issuer: distinguishedName(certificate.issuer),
    validFrom: isoTime(certificate.notBefore.value),
    validTo: isoTime(certificate.notAfter.value),
    algorithm: KEY_NAMES[key] ?? key,
  }
}

/** The common name, else unit or organisation, else "Unknown signer". */
export function distinguishedName(name: RelativeDistinguishedNames): string {
  return (
    part(name, COMMON_NAME) || part(name, ORGANIZATIONAL_UNIT) || part(name, ORGANIZATION) || 'Unknown signer'
  )
}

/** Whether every part of the names in a certificate is text, as X.520 has it. */
export function hasReadableNames({ subject, issuer }: Certificate): boolean {
  return [...subject.typesAndValues, ...issuer.typesAndValues].every(
    ({ value }) => typeof value.valueBlock.value === 'string',
  )
}

function part(name: RelativeDistinguishedNames, type: string): string {
  const found = name.typesAndValues.find((item) => item.type === type)
  return found ? harmless(String(found.value.valueBlock.value)) : ''
}

/** Control and direction characters could forge what a terminal or a page shows. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD').slice(0, 200)
}

function isoTime(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
