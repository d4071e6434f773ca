import type { HelpFor } from '../../../schema/help'
import type { login } from './com.jamf.connect.login'
import { acceptableUsePolicyHelp } from './com.jamf.connect.login/acceptable-use-policy.help'
import { accountCreationHelp } from './com.jamf.connect.login/account-creation.help'
import { accountMigrationHelp } from './com.jamf.connect.login/account-migration.help'
import { advancedAuthenticationHelp } from './com.jamf.connect.login/advanced-authentication.help'
import { authenticationHelp } from './com.jamf.connect.login/authentication.help'
import { customBrandingHelp } from './com.jamf.connect.login/custom-branding.help'
import { enrollmentUserHelp } from './com.jamf.connect.login/enrollment-user.help'
import { filevaultHelp } from './com.jamf.connect.login/filevault.help'
import { hybridIdentityHelp } from './com.jamf.connect.login/hybrid-identity.help'
import { initialPasswordHelp } from './com.jamf.connect.login/initial-password.help'
import { licensingHelp } from './com.jamf.connect.login/licensing.help'
import { localAndNetworkAuthenticationHelp } from './com.jamf.connect.login/local-and-network-authentication.help'
import { loginScriptHelp } from './com.jamf.connect.login/login-script.help'
import { offlineMultifactorAuthenticationHelp } from './com.jamf.connect.login/offline-multifactor-authentication.help'
import { oktaMultifactorAuthenticationHelp } from './com.jamf.connect.login/okta-multifactor-authentication.help'
import { oktaUserRolesHelp } from './com.jamf.connect.login/okta-user-roles.help'
import { openIdConnectUserRolesHelp } from './com.jamf.connect.login/openid-connect-user-roles.help'
import { pluggableAuthenticationModuleHelp } from './com.jamf.connect.login/pluggable-authentication-module.help'
import { universalUserRolesHelp } from './com.jamf.connect.login/universal-user-roles.help'
import { userHelpHelp } from './com.jamf.connect.login/user-help.help'

export const loginHelp: HelpFor<typeof login> = {
  'acceptable-use-policy': acceptableUsePolicyHelp,
  'account-creation': accountCreationHelp,
  'account-migration': accountMigrationHelp,
  'advanced-authentication': advancedAuthenticationHelp,
  authentication: authenticationHelp,
  'custom-branding': customBrandingHelp,
  'enrollment-user': enrollmentUserHelp,
  filevault: filevaultHelp,
  'hybrid-identity': hybridIdentityHelp,
  'initial-password': initialPasswordHelp,
  licensing: licensingHelp,
  'local-and-network-authentication': localAndNetworkAuthenticationHelp,
  'login-script': loginScriptHelp,
  'offline-multifactor-authentication': offlineMultifactorAuthenticationHelp,
  'okta-multifactor-authentication': oktaMultifactorAuthenticationHelp,
  'okta-user-roles': oktaUserRolesHelp,
  'openid-connect-user-roles': openIdConnectUserRolesHelp,
  'pluggable-authentication-module': pluggableAuthenticationModuleHelp,
  'universal-user-roles': universalUserRolesHelp,
  'user-help': userHelpHelp,
}
