/** Why a request has no answer. Closed: testers turn each code into a finding. */
export type EgressCode =
  | 'bad-url'
  | 'bad-request'
  | 'blocked-scheme'
  | 'blocked-port'
  | 'blocked-address'
  | 'dns-failed'
  | 'dns-timeout'
  | 'connect-refused'
  | 'unreachable'
  | 'connect-timeout'
  | 'tls-failed'
  | 'tls-old'
  | 'tls-refused'
  | 'tls-client-certificate'
  | 'tls-not-spoken'
  | 'tls-untrusted'
  | 'tls-expired'
  | 'tls-name'
  | 'tls-timeout'
  | 'first-byte-timeout'
  | 'body-timeout'
  | 'total-timeout'
  | 'too-many-headers'
  | 'body-too-large'
  | 'bad-encoding'
  | 'bad-answer'
  | 'reset'
  | 'cancelled'

/** How far a request came. "policy" is before anything left the machine. */
export type EgressPhase = 'policy' | 'dns' | 'connect' | 'tls' | 'first-byte' | 'body'

/**
 * A request that brought no answer. `message` is a sentence for people; it names the host and nothing else of the
 * request. There is no `cause`: errors of Node carry raw packets, which may hold tokens; `detail` is their code.
 */
export class EgressError extends Error {
  override readonly name = 'EgressError'
  readonly code: EgressCode
  readonly phase: EgressPhase
  /** Host of the URL without its port; empty when the URL could not be read. */
  readonly host: string
  /** Code of Node or OpenSSL, "ECONNREFUSED", when there is one. */
  readonly detail: string | null

  constructor(code: EgressCode, phase: EgressPhase, host = '', detail: string | null = null) {
    super(inWords[code].replaceAll('{host}', () => host || 'the identity provider'))
    this.code = code
    this.phase = phase
    this.host = host
    this.detail = detail
  }

  /** The request may have been written, in part at least: the connection stood before it failed. */
  get mayHaveLeft(): boolean {
    return this.phase === 'first-byte' || this.phase === 'body'
  }
}

/** A setting of the operator that cannot be used. `message` names the variable and says what it takes. */
export class EgressSettingError extends Error {
  override readonly name = 'EgressSettingError'
}

const allow = 'the operator of Latchkey can allow it with LATCHKEY_EGRESS_ALLOW'

const inWords: { readonly [C in EgressCode]: string } = {
  'bad-url': 'This is not an https address Latchkey can ask; check its spelling and leave out user names.',
  'bad-request': 'The request to {host} holds characters that HTTP does not allow in a header.',
  'blocked-scheme': `Latchkey asks {host} over https only; ${allow}.`,
  'blocked-port': `Latchkey does not ask this port of {host}; ${allow}.`,
  'blocked-address': `{host} is an address Latchkey does not ask; if it is on your own network, ${allow}.`,
  'dns-failed': 'No address was found for {host}; check the spelling of the name.',
  'dns-timeout': 'Looking up the address of {host} took too long.',
  'connect-refused': '{host} refused the connection.',
  unreachable: '{host} cannot be reached from this server.',
  'connect-timeout': '{host} did not accept the connection in time.',
  'tls-failed': 'A secure connection to {host} could not be made.',
  'tls-old': '{host} offers only TLS older than 1.2, which Latchkey does not use.',
  'tls-refused':
    '{host} broke off the secure connection; it may ask for a client certificate, or have no cipher in common.',
  'tls-client-certificate': '{host} asks for a client certificate, and Latchkey has none.',
  'tls-not-spoken': '{host} does not speak TLS on this port; the address may belong to plain http.',
  'tls-untrusted':
    'The certificate of {host} is not trusted; for a private authority, set LATCHKEY_CA_FILE to its certificate.',
  'tls-expired': 'The certificate of {host} has expired or is not valid yet.',
  'tls-name': 'The certificate of {host} is for another name.',
  'tls-timeout': '{host} did not finish setting up the secure connection in time.',
  'first-byte-timeout': '{host} took the request and did not answer in time.',
  'body-timeout': '{host} began to answer and did not finish in time.',
  'total-timeout': 'The test took too long and was ended while waiting for {host}.',
  'too-many-headers': 'The answer of {host} has more or longer headers than Latchkey reads.',
  'body-too-large': 'The answer of {host} is larger than Latchkey reads.',
  'bad-encoding': 'The answer of {host} is compressed in a way Latchkey cannot read.',
  'bad-answer': 'The answer of {host} is not HTTP.',
  reset: '{host} closed the connection before the answer was complete.',
  cancelled: 'The request to {host} was cancelled.',
}
