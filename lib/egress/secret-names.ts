/**
 * Names of headers, form fields, query parameters and JSON members whose value is a secret, in lower case without
 * separators. Sources: RFC 6749, 6265, 7521, 7636, 8628; OpenID Connect Core; Okta's Authentication API.
 */
const exact = new Set([
  'answer',
  'apikey',
  'authorization',
  'code',
  'codeverifier',
  'cookie',
  'devicecode',
  'idtokenhint',
  'jwt',
  'otp',
  'pass',
  'passphrase',
  'pin',
  'proxyauthorization',
  'pwd',
  'qrcode',
  'samlresponse',
  'setcookie',
  'signaturedata',
  'usercode',
  'xapikey',
])

/** `mfa_token`, `sharedSecret`, `newPassword`, `client_assertion` and whatever a provider calls the next one. */
const endings = ['assertion', 'credential', 'passcode', 'passwd', 'password', 'secret', 'token']

/** Whether the value under `name` is a secret, whatever the name's case and separators. */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return exact.has(plain) || endings.some((ending) => plain.endsWith(ending))
}

/** What a record shows in place of a secret. */
export function placeholder(name: string): string {
  return `<${name.slice(0, 40)}>`
}
