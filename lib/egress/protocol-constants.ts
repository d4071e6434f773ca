/** Fields with constants of RFC 6749 (sections 4.1.3 and 4.3.2), which somebody may have for a password. */
export const protocolConstants: readonly string[] = ['grant_type=password', 'grant_type=authorization_code']
