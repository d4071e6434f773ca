import type { Flaw } from '../../../schema/flaw'
import { schemeFlaw, withoutScheme } from '../../../schema/web-address'
import { isOkta, vendorAt } from './vendors'

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/i
/** A custom authorization server, behind its host. "v1" begins the endpoints of the organization's own. */
const SERVER = /^\/oauth2\/((?!v1(?:[/?#]|$))[\w-]+)(?=[/?#]|$)/i

/**
 * What is wrong with the address of an Okta organization or of its custom authorization server, the issuer that ends in
 * /oauth2/ID; https:// in front is optional.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Menu_Bar_Authentication_Settings
 */
export function oktaAddressFlaw(text: string): Flaw | null {
  const { host, behind } = takenApart(text)
  if (!HOST.test(host)) {
    return { severity: 'error', message: `${HAS_TO_BE}.` }
  }
  const meant = meantAddress(text, host, behind)
  if (meant === text.trim()) {
    return null
  }
  const slash = behind === '/' && schemeFlaw(text.trim()) === null
  return {
    severity: slash && !/^http:/i.test(text.trim()) ? 'advice' : 'error',
    message: wrongPart(text, behind),
    ...(meant === null ? {} : { suggestion: meant }),
  }
}

/** The part of the address that is wrong: its scheme, or what follows it. */
function wrongPart(text: string, behind: string): string {
  if (schemeFlaw(text) !== null) {
    return 'has a scheme that is misspelt or stands twice. It begins with https:// once, or with the host.'
  }
  if (/^http:/i.test(text) && (behind === '' || SERVER.exec(behind)?.[0] === behind)) {
    return 'begins with http://, which is not encrypted. It begins with https://, or with the host.'
  }
  return `${HAS_TO_BE}, and nothing behind it.`
}

const HAS_TO_BE =
  'has to be the host of your organization at Okta, such as acme.okta.com, or of its custom authorization server, which ends in /oauth2/ and its ID'

/**
 * What is wrong with the ID of a custom authorization server: the rest of its address stands around it.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings
 */
export function serverIdFlaw(text: string): Flaw | null {
  const { behind } = takenApart(text)
  if (/^[\w-]+$/.test(text.trim())) {
    return null
  }
  const [, id] = SERVER.exec(behind) ?? []
  const message =
    'has to be the ID of the custom authorization server alone, the last part of its issuer, without the rest of the address.'
  return { severity: 'advice', message, ...(id === undefined ? {} : { suggestion: id }) }
}

function takenApart(text: string) {
  const [, host = '', behind = ''] = /^([^/?#]*)(.*)$/s.exec(withoutScheme(text.trim())) ?? []
  return { host, behind }
}

/** The address that was meant; null where the path shows a server that it does not name, or the host is another provider's. */
function meantAddress(text: string, host: string, behind: string): string | null {
  const shown = vendorAt(host)
  if (shown !== null && !isOkta(shown)) {
    return behind === '' ? text.trim() : null
  }
  const [, server] = SERVER.exec(behind) ?? []
  const scheme = /^(https:\/\/)?/i.exec(text.trim())?.[0] ?? ''
  const start = `${schemeFlaw(text.trim()) === null ? scheme : ''}${host}`
  if (server !== undefined) {
    return `${start}/oauth2/${server}`
  }
  return /^\/oauth(?!2\/v1\/)/i.test(behind) ? null : start
}
