import type { ClientAuth } from 'openid-client'

/**
 * Client ID and secret in the Authorization header: as RFC 6749 (section 2.3.1) has it, form-encoded first, or as they
 * are, which is how servers read them that do not decode.
 */
export function basicHeader(clientId: string, clientSecret: string, encoded: boolean): string {
  const pair = encoded
    ? `${formEncoded(clientId)}:${formEncoded(clientSecret)}`
    : `${clientId}:${clientSecret}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

/** The same for openid-client, which encodes more signs than forms do, so that a plain ID is not plain any more. */
export function basicAuthentication(header: string): ClientAuth {
  return (_server, _client, _body, headers) => headers.set('authorization', header)
}

/** Whether the two ways to write the header differ. */
export function differsEncoded(clientId: string, clientSecret: string): boolean {
  return [clientId, clientSecret].some((text) => formEncoded(text) !== text)
}

/** application/x-www-form-urlencoded. */
function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1)
}
