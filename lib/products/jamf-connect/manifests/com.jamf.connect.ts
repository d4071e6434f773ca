import { defineManifest } from '../names'
import { authentication } from './com.jamf.connect/authentication'
import { certificate } from './com.jamf.connect/certificate'
import { customBranding } from './com.jamf.connect/custom-branding'
import { kerberos } from './com.jamf.connect/kerberos'
import { keychain } from './com.jamf.connect/keychain'
import { licensing } from './com.jamf.connect/licensing'
import { menuItemCustomization } from './com.jamf.connect/menu-item-customization'
import { menuItemDisplay } from './com.jamf.connect/menu-item-display'
import { offlineMultifactorAuthentication } from './com.jamf.connect/offline-multifactor-authentication'
import { passwordPolicy } from './com.jamf.connect/password-policy'
import { privilegeElevation } from './com.jamf.connect/privilege-elevation'
import { scripts } from './com.jamf.connect/scripts'
import { signIn } from './com.jamf.connect/sign-in'
import { unlock } from './com.jamf.connect/unlock'
import { userHelp } from './com.jamf.connect/user-help'
import { webBrowser } from './com.jamf.connect/web-browser'

/** Settings of Self Service+, and of the menu bar app before it, in the order of the editor. */
export const connect = defineManifest({
  id: 'connect',
  domain: 'com.jamf.connect',
  title: 'Self Service+',
  payloadTitle: 'Jamf Connect',
  sections: [
    licensing,
    authentication,
    signIn,
    offlineMultifactorAuthentication,
    customBranding,
    privilegeElevation,
    passwordPolicy,
    kerberos,
    certificate,
    keychain,
    menuItemDisplay,
    menuItemCustomization,
    userHelp,
    scripts,
    webBrowser,
    unlock,
  ],
})
