import { LOGIN_DOMAIN, providerNamed } from '../context'
import { rowOf } from '../providers/providers'
import { advise, connect, type Rule, type Subject, textOf } from './rule'

const AUTHCHANGER = 'com.jamf.connect.authchanger'
const OKTA_DAEMON = 'com.okta.deviceaccess.servicedaemon'
const PKCS12 = 'com.apple.security.pkcs12'

/**
 * Okta's Desktop MFA is a plug-in of the login window, as Jamf Connect is; other preferences of Okta Verify, and Okta's
 * Platform SSO, leave the window alone.
 * https://help.okta.com/oie/en-us/content/topics/oda/macos-mfa/configure-macos-mfa.htm
 * Jamf's own module for Okta Platform SSO leaves out Macs with Jamf Connect:
 * https://github.com/Jamf-Concepts/terraform-jamf-platform
 */
export const oktaDesktopMfa: Rule = (subject) => {
  const { settings } = subject
  const domain = [LOGIN_DOMAIN, AUTHCHANGER].find((each) => settings.has(each))
  if (domain === undefined || !foreignDomains(subject).some((each) => each.toLowerCase() === OKTA_DAEMON)) {
    return []
  }
  const message = `Desktop MFA of Okta Device Access (${OKTA_DAEMON}) is in this profile beside the login window of Jamf Connect. Both change how macOS authorizes a login, and no document of either says that they work together: keep one of the two on a Mac.`
  return [advise('okta-desktop-mfa', { domain, path: [] }, message)]
}

/**
 * With Google, the menu bar app checks passwords at Secure LDAP, which lets in whoever has the certificate of the client.
 * https://docs.jamf.com/jamf-connect/2.12.0/documentation/Integrating_with_Google_Identity.html
 */
export const googleNeedsCertificate: Rule = (subject) => {
  const place = connect('IdPSettings', 'Provider')
  const { label, ldap } = rowOf(providerNamed(textOf(subject, place).trim())) ?? {}
  if (ldap === undefined || subject.foreignPayloadTypes.includes(PKCS12)) {
    return []
  }
  const message = `With ${label}, Self Service+ (the menu bar app) checks passwords over LDAP (${ldap.service}), which needs the client certificate from ${ldap.certificateFrom} on the Mac. This profile brings no certificate; make sure that another one on the same Macs does.`
  return [advise('google-needs-certificate', place, message)]
}

/** Domains and payload types of the profile that are not Jamf Connect's. */
function foreignDomains({ foreign, foreignPayloadTypes }: Subject): string[] {
  return [...foreignPayloadTypes, ...foreign.map(({ domain }) => domain)]
}
