import { defineManifest } from '../names'
import { acceptableUsePolicy } from './com.jamf.connect.login/acceptable-use-policy'
import { accountCreation } from './com.jamf.connect.login/account-creation'
import { accountMigration } from './com.jamf.connect.login/account-migration'
import { advancedAuthentication } from './com.jamf.connect.login/advanced-authentication'
import { authentication } from './com.jamf.connect.login/authentication'
import { customBranding } from './com.jamf.connect.login/custom-branding'
import { enrollmentUser } from './com.jamf.connect.login/enrollment-user'
import { filevault } from './com.jamf.connect.login/filevault'
import { hybridIdentity } from './com.jamf.connect.login/hybrid-identity'
import { initialPassword } from './com.jamf.connect.login/initial-password'
import { licensing } from './com.jamf.connect.login/licensing'
import { localAndNetworkAuthentication } from './com.jamf.connect.login/local-and-network-authentication'
import { loginScript } from './com.jamf.connect.login/login-script'
import { offlineMultifactorAuthentication } from './com.jamf.connect.login/offline-multifactor-authentication'
import { oktaMultifactorAuthentication } from './com.jamf.connect.login/okta-multifactor-authentication'
import { oktaUserRoles } from './com.jamf.connect.login/okta-user-roles'
import { openIdConnectUserRoles } from './com.jamf.connect.login/openid-connect-user-roles'
import { pluggableAuthenticationModule } from './com.jamf.connect.login/pluggable-authentication-module'
import { universalUserRoles } from './com.jamf.connect.login/universal-user-roles'
import { userHelp } from './com.jamf.connect.login/user-help'

/** The preferences of the Jamf Connect login window. The order of the sections is that of the editor. */
export const login = defineManifest({
  id: 'login',
  domain: 'com.jamf.connect.login',
  title: 'Login window',
  payloadTitle: 'Jamf Connect Login',
  atLoginWindow: true,
  sections: [
    authentication,
    initialPassword,
    localAndNetworkAuthentication,
    offlineMultifactorAuthentication,
    openIdConnectUserRoles,
    universalUserRoles,
    accountCreation,
    accountMigration,
    customBranding,
    userHelp,
    acceptableUsePolicy,
    filevault,
    loginScript,
    advancedAuthentication,
    licensing,
    hybridIdentity,
    oktaUserRoles,
    oktaMultifactorAuthentication,
    pluggableAuthenticationModule,
    enrollmentUser,
  ],
})
