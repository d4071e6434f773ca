/** Where a client secret travels; which of them Jamf Connect uses is not documented. */
export type SecretPlace = 'form' | 'header'

/**
 * How it is spelled there: in a header, id and secret are form-encoded (RFC 6749, section 2.3.1) or, by many clients
 * and for many servers, put as they are.
 */
export type SecretWay = 'form' | 'header-encoded' | 'header-plain'
