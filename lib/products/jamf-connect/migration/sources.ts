const MANIFESTS =
  'https://github.com/ProfileManifests/ProfileManifests/blob/master/Manifests/ManagedPreferencesApplications/'

/** Where the settings of each ancestor are described. */
export const sources = {
  sync: 'https://docs.jamf.com/jamf-connect/1.18.1/administrator-guide/Configuring_Jamf_Connect_Sync.html',
  verify:
    'https://docs.jamf.com/jamf-connect/1.18.1/administrator-guide/Configuring_Jamf_Connect_Verify.html',
  /** Schemas of 1.x and 2.x, which mirror Jamf's. */
  schemas:
    'https://github.com/kdrwygvh/JSON-Schema-for-Jamf-Pro-Applications-and-Settings-MDM-Payload/tree/master/Archive/Connect',
  nomad: `${MANIFESTS}com.trusourcelabs.NoMAD.plist`,
  nomadKeys: 'https://github.com/jamf/NoMAD/blob/master/NoMAD/Preferences.swift',
  nomadPro: `${MANIFESTS}menu.nomad.NoMADPro.plist`,
  nomadLogin: `${MANIFESTS}menu.nomad.login.ad.plist`,
  nomadLoginKeys: 'https://github.com/jamf/NoMADLogin-AD/blob/master/Base/Preferences.swift',
  xcreds: 'https://github.com/twocanoes/xcreds/blob/main/Profile%20Manifest/com.twocanoes.xcreds.plist',
  xcredsGuide: 'https://github.com/twocanoes/xcreds/blob/main/History.md',
} as const
