/**
 * The payload types that Apple documents for macOS, but for .GlobalPreferences and loginwindow, without what all begin with:
 * https://github.com/apple/device-management/tree/release/mdm/profiles (macOS 15.1). Any other type is that of a
 * preference domain, or of a newer system.
 */
const TYPES = `
ADCertificate.managed AIM.account AssetCache.managed Dictionary DirectoryService.managed
DiscRecording MCX MCX.FileVault2 MCX.TimeMachine ManagedClient.preferences NSExtension
SetupAssistant.managed ShareKitHelper SoftwareUpdate SystemConfiguration
TCC.configuration-profile-policy airplay airprint applicationaccess.new applicationaccess appstore
asam associated-domains caldav.account carddav.account configurationprofile.identification dashboard
declarations desktop dnsProxy.managed dnsSettings.managed dock domains education ews.account
extensiblesso familycontrols.contentfilter familycontrols.timelimits.v2 fileproviderd finder
firstactiveethernet.managed firstethernet.managed font gamed globalethernet.managed ironwood.support
jabber.account ldap.account loginitems.managed loginwindow lom mail.managed mcxMenuExtras
mcxloginscripts mcxprinting mdm mobiledevice.passwordpolicy notificationsettings preference.security
preference.users profileRemovalPassword proxy.http.global relay.managed screensaver.user screensaver
secondactiveethernet.managed secondethernet.managed security.FDERecoveryKeyEscrow
security.FDERecoveryRedirect security.acme security.certificatepreference
security.certificatetransparency security.firewall security.identitypreference security.pem
security.pkcs1 security.pkcs12 security.root security.scep security.smartcard servicemanagement
syspolicy.kernel-extension-policy system-extension-policy system.logging systemmigration
systempolicy.control systempolicy.managed systempolicy.rule systempreferences systemuiserver
thirdactiveethernet.managed thirdethernet.managed universalaccess vpn.managed.applayer
vpn.managed.appmapping vpn.managed webClip.managed webcontent-filter wifi.managed xsan.preferences
xsan
`

/** Whether Apple documents payloads of this type. */
export const isAppleType = (type: string): boolean => types.has(type)

const types = new Set([
  '.GlobalPreferences',
  'loginwindow',
  ...TYPES.trim()
    .split(/\s+/)
    .map((name) => `com.apple.${name}`),
])

/** Types that macOS keeps as preferences of a domain of this name; `isDomain` in the facts of payloads. */
const PREFERENCES = [
  'com.apple.MCX',
  'com.apple.SetupAssistant.managed',
  'com.apple.loginwindow',
  'com.apple.preference.security',
  'com.apple.screensaver',
  'com.apple.security.smartcard',
  'loginwindow',
]

export const isPreferenceType = (type: string): boolean => PREFERENCES.includes(type)
