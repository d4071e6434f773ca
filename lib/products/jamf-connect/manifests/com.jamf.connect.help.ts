import type { HelpFor } from '../../../schema/help'
import type { connect } from './com.jamf.connect'
import { authenticationHelp } from './com.jamf.connect/authentication.help'
import { certificateHelp } from './com.jamf.connect/certificate.help'
import { customBrandingHelp } from './com.jamf.connect/custom-branding.help'
import { kerberosHelp } from './com.jamf.connect/kerberos.help'
import { keychainHelp } from './com.jamf.connect/keychain.help'
import { licensingHelp } from './com.jamf.connect/licensing.help'
import { menuItemCustomizationHelp } from './com.jamf.connect/menu-item-customization.help'
import { menuItemDisplayHelp } from './com.jamf.connect/menu-item-display.help'
import { offlineMultifactorAuthenticationHelp } from './com.jamf.connect/offline-multifactor-authentication.help'
import { passwordPolicyHelp } from './com.jamf.connect/password-policy.help'
import { privilegeElevationHelp } from './com.jamf.connect/privilege-elevation.help'
import { scriptsHelp } from './com.jamf.connect/scripts.help'
import { signInHelp } from './com.jamf.connect/sign-in.help'
import { unlockHelp } from './com.jamf.connect/unlock.help'
import { userHelpHelp } from './com.jamf.connect/user-help.help'
import { webBrowserHelp } from './com.jamf.connect/web-browser.help'

export const connectHelp: HelpFor<typeof connect> = {
  authentication: authenticationHelp,
  certificate: certificateHelp,
  'custom-branding': customBrandingHelp,
  kerberos: kerberosHelp,
  keychain: keychainHelp,
  licensing: licensingHelp,
  'menu-item-customization': menuItemCustomizationHelp,
  'menu-item-display': menuItemDisplayHelp,
  'offline-multifactor-authentication': offlineMultifactorAuthenticationHelp,
  'password-policy': passwordPolicyHelp,
  'privilege-elevation': privilegeElevationHelp,
  scripts: scriptsHelp,
  'sign-in': signInHelp,
  unlock: unlockHelp,
  'user-help': userHelpHelp,
  'web-browser': webBrowserHelp,
}
