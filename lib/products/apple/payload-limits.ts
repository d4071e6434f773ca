/*
 * Payload types with limits on macOS, from the `supportedOS.macOS` flags of https://github.com/apple/device-management
 * (mdm/profiles, macOS 15.1). Types that several of its files describe are listed where all of them agree.
 */

/** `multiple: false`: one payload of the type in a profile. */
export const singleTypes: ReadonlySet<string> = new Set([
  'com.apple.AssetCache.managed',
  'com.apple.MCX.FileVault2',
  'com.apple.MCX.TimeMachine',
  'com.apple.SetupAssistant.managed',
  'com.apple.SoftwareUpdate',
  'com.apple.appstore',
  'com.apple.asam',
  'com.apple.configurationprofile.identification',
  'com.apple.desktop',
  'com.apple.dnsProxy.managed',
  'com.apple.dock',
  'com.apple.domains',
  'com.apple.education',
  'com.apple.familycontrols.contentfilter',
  'com.apple.fileproviderd',
  'com.apple.finder',
  'com.apple.firstactiveethernet.managed',
  'com.apple.firstethernet.managed',
  'com.apple.globalethernet.managed',
  'com.apple.lom',
  'com.apple.mcxloginscripts',
  'com.apple.mcxprinting',
  'com.apple.mdm',
  'com.apple.preference.security',
  'com.apple.preference.users',
  'com.apple.profileRemovalPassword',
  'com.apple.proxy.http.global',
  'com.apple.screensaver',
  'com.apple.screensaver.user',
  'com.apple.secondactiveethernet.managed',
  'com.apple.secondethernet.managed',
  'com.apple.security.FDERecoveryKeyEscrow',
  'com.apple.security.FDERecoveryRedirect',
  'com.apple.security.smartcard',
  'com.apple.systemmigration',
  'com.apple.systempreferences',
  'com.apple.thirdactiveethernet.managed',
  'com.apple.thirdethernet.managed',
  'com.apple.universalaccess',
  'com.apple.xsan',
  'loginwindow',
])

/** `userchannel: false`: PayloadScope System only. */
export const deviceOnlyTypes: ReadonlySet<string> = new Set([
  'com.apple.AssetCache.managed',
  'com.apple.DirectoryService.managed',
  'com.apple.MCX.FileVault2',
  'com.apple.MCX.TimeMachine',
  'com.apple.SoftwareUpdate',
  'com.apple.TCC.configuration-profile-policy',
  'com.apple.asam',
  'com.apple.dnsProxy.managed',
  'com.apple.dnsSettings.managed',
  'com.apple.loginwindow',
  'com.apple.lom',
  'com.apple.mcxloginscripts',
  'com.apple.mdm',
  'com.apple.proxy.http.global',
  'com.apple.screensaver',
  'com.apple.security.FDERecoveryKeyEscrow',
  'com.apple.security.FDERecoveryRedirect',
  'com.apple.security.certificatetransparency',
  'com.apple.security.firewall',
  'com.apple.security.smartcard',
  'com.apple.servicemanagement',
  'com.apple.syspolicy.kernel-extension-policy',
  'com.apple.system-extension-policy',
  'com.apple.systemmigration',
  'com.apple.systempolicy.control',
  'com.apple.systempolicy.rule',
  'com.apple.webcontent-filter',
  'com.apple.xsan',
  'loginwindow',
])

/** `devicechannel: false`: PayloadScope User only. */
export const userOnlyTypes: ReadonlySet<string> = new Set([
  'com.apple.caldav.account',
  'com.apple.carddav.account',
  'com.apple.education',
  'com.apple.ews.account',
  'com.apple.ldap.account',
  'com.apple.mail.managed',
  'com.apple.screensaver.user',
  'com.apple.security.certificatepreference',
  'com.apple.security.identitypreference',
  'com.apple.webClip.managed',
])

/** `allowmanualinstall: false`: not in a profile that a person opens. */
export const mdmOnlyTypes: ReadonlySet<string> = new Set([
  'com.apple.TCC.configuration-profile-policy',
  'com.apple.asam',
  'com.apple.extensiblesso',
  'com.apple.fileproviderd',
  'com.apple.lom',
  'com.apple.servicemanagement',
  'com.apple.syspolicy.kernel-extension-policy',
  'com.apple.system-extension-policy',
])

/** `deprecated` and `removed`: since which macOS. */
export const retiredTypes: {
  readonly [type: string]: { readonly deprecated: string; readonly removed?: string }
} = {
  'com.apple.AIM.account': { deprecated: '10.13', removed: '10.14' },
  'com.apple.ShareKitHelper': { deprecated: '10.12' },
  'com.apple.dashboard': { deprecated: '10.15', removed: '10.15' },
  'com.apple.ironwood.support': { deprecated: '10.13' },
  'com.apple.jabber.account': { deprecated: '10.14', removed: '10.14' },
  'com.apple.security.FDERecoveryRedirect': { deprecated: '10.13' },
  'com.apple.systempreferences': { deprecated: '13.0' },
  'com.apple.systemuiserver': { deprecated: '11.0' },
}
