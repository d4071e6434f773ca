import { type EgressCode, EgressError, type EgressPhase } from './errors'

/** Codes of Node, OpenSSL and the resolver. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const byDetail: Readonly<Record<string, EgressCode>> = {
  ECONNREFUSED: 'connect-refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  ERR_STREAM_PREMATURE_CLOSE: 'reset',
  ETIMEDOUT: 'connect-timeout',
  ENOTFOUND: 'dns-failed',
  EAI_AGAIN: 'dns-failed',
  HPE_HEADER_OVERFLOW: 'too-many-headers',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-name',
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-untrusted',
  CERT_CHAIN_TOO_LONG: 'tls-untrusted',
  CERT_REVOKED: 'tls-untrusted',
  CERT_REJECTED: 'tls-untrusted',
  CERT_SIGNATURE_FAILURE: 'tls-untrusted',
  INVALID_CA: 'tls-untrusted',
  INVALID_PURPOSE: 'tls-untrusted',
  PATH_LENGTH_EXCEEDED: 'tls-untrusted',
  ERR_INVALID_CHAR: 'bad-request',
  ERR_HTTP_INVALID_HEADER_VALUE: 'bad-request',
  ERR_INVALID_HTTP_TOKEN: 'bad-request',
}

const byBeginning: readonly (readonly [string, EgressCode])[] = [
  ['HPE_', 'bad-answer'],
  ['Z_', 'bad-encoding'],
  ['ERR_SSL_', 'tls-failed'],
  ['ERR_TLS_', 'tls-failed'],
]

/** What OpenSSL said in the message of an error that Node gives the code EPROTO or ERR_SSL_…. */
const byReason: readonly (readonly [RegExp, EgressCode])[] = [
  [/alert protocol version|unsupported protocol|version too low/, 'tls-old'],
  [/certificate required/, 'tls-client-certificate'],
  [/wrong version number|packet length too long|http request/, 'tls-not-spoken'],
  [/alert handshake failure|alert insufficient security/, 'tls-refused'],
]

/** What an error without a code of its own means, by how far the request had come. */
const byPhase: { readonly [P in EgressPhase]: EgressCode } = {
  policy: 'bad-request',
  dns: 'dns-failed',
  connect: 'unreachable',
  tls: 'tls-failed',
  'first-byte': 'bad-answer',
  body: 'bad-answer',
}

/** Whatever was thrown while a request was in `phase`, as an EgressError; an EgressError stays as it is. */
export function toEgressError(error: unknown, phase: EgressPhase, host: string): EgressError {
  if (error instanceof EgressError) {
    return error
  }
  const detail = codeOf(error)
  const [, known] = byBeginning.find(([beginning]) => detail?.startsWith(beginning)) ?? []
  const code =
    (detail === null ? undefined : byDetail[detail]) ?? reasonOf(error, detail) ?? known ?? byPhase[phase]
  return new EgressError(code, phase, host, detail)
}

function reasonOf(error: unknown, detail: string | null): EgressCode | undefined {
  const ssl = error instanceof Error && (detail === 'EPROTO' || detail?.startsWith('ERR_SSL_') === true)
  return ssl ? byReason.find(([words]) => words.test(error.message))?.[1] : undefined
}

function codeOf(error: unknown): string | null {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : null
  return typeof code === 'string' ? code : null
}
