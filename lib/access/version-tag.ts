import { RequestError } from './problem'

/** The entity tag of a version: its number as a strong tag (RFC 9110, 8.8.3). */
export function versionTag(version: number): string {
  return `"${version}"`
}

/**
 * The version a change is based on, from If-Match. Throws RequestError 428 without the header (RFC 6585, 3) and 400 when
 * it does not name one version.
 */
export function baseVersion(headers: Headers): number {
  const tag = headers.get('if-match')
  if (tag === null) {
    const message = 'Say with If-Match which version the change is based on.'
    throw new RequestError(428, 'if-match-required', message)
  }
  const number = /^"([1-9]\d{0,8})"$/.exec(tag)?.[1]
  if (number === undefined) {
    throw new RequestError(400, 'bad-if-match', 'If-Match must name one version, such as "3".')
  }
  return Number(number)
}
