import { CONNECT_DOMAIN, LOGIN_DOMAIN, seenFrom } from '../context'
import { checksElsewhere } from '../sides'
import { passwordProviderBehind, providerBehind, sameVendor, traitsOf, type Vendor } from '../vendors'
import { advise, connect, has, type Rule } from './rule'

/**
 * A login window that checks passwords at one provider, and a menu bar app that checks them at another: after a change
 * of the password one of them calls it wrong. To copy a value would only move the fault.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS
 */
export const halfHybrid: Rule = (subject) => {
  const { settings, context } = subject
  if (!settings.has(LOGIN_DOMAIN) || !has(subject, connect('IdPSettings', 'Provider'))) {
    return []
  }
  const atLogin = passwordProviderBehind(seenFrom(context, LOGIN_DOMAIN))
  const inMenuBar = providerBehind(seenFrom(context, CONNECT_DOMAIN))
  const hybrid = checksElsewhere(context) || inMenuBar === 'AD FS'
  if (!hybrid || atLogin === null || inMenuBar === null || sameVendor(atLogin, inMenuBar)) {
    return []
  }
  const message = `The login window checks passwords with ${labelOf(atLogin)}, and the menu bar app with ${labelOf(inMenuBar)}. Both have to ask the same place: configure ROPGProvider, ROPGDiscoveryURL and OIDCROPGID for the login window, and Provider, DiscoveryURL and ROPGID in IdPSettings, for one of the two.`
  return [advise('half-hybrid', connect('IdPSettings', 'Provider'), message)]
}

function labelOf(vendor: Vendor): string {
  return traitsOf(vendor)?.label ?? vendor
}
