import { anything, boolean, dictionary, integer, list, type PayloadFacts, string } from './fact'

/* Networks: macOS 15.1, https://github.com/apple/device-management/tree/release/mdm/profiles */

export const wifi: PayloadFacts = {
  type: 'com.apple.wifi.managed',
  since: '10.7',
  keys: {
    AutoJoin: boolean({ default: true }),
    SSID_STR: string(),
    HIDDEN_NETWORK: boolean({ default: false }),
    ProxyType: string({ values: ['None', 'Manual', 'Auto'], default: 'None' }),
    EncryptionType: string({ values: ['WEP', 'WPA', 'WPA2', 'WPA3', 'Any', 'None'], default: 'Any' }),
    Password: string(),
    PayloadCertificateUUID: string(),
    EAPClientConfiguration: dictionary({
      AcceptEAPTypes: list(integer({ values: [13, 17, 18, 21, 23, 25, 43] }), { required: true }),
      UserName: string(),
      UserPassword: string(),
      PayloadCertificateAnchorUUID: list(string()),
      // Its text speaks of data, its type is text.
      TLSTrustedCertificates: list(anything()),
      TLSTrustedServerNames: list(string()),
      TLSAllowTrustExceptions: boolean({ default: true }),
      TLSCertificateIsRequired: boolean({ default: false }),
      TTLSInnerAuthentication: string({
        values: ['PAP', 'EAP', 'CHAP', 'MSCHAP', 'MSCHAPv2'],
        default: 'MSCHAPv2',
      }),
      TLSMinimumVersion: string({ values: ['1.0', '1.1', '1.2', '1.3'], default: '1.0', since: '10.13' }),
      TLSMaximumVersion: string({ values: ['1.0', '1.1', '1.2', '1.3'], default: '1.2', since: '10.13' }),
      OuterIdentity: string(),
      EAPFASTUsePAC: boolean({ default: false }),
      EAPFASTProvisionPAC: boolean({ default: false }),
      EAPFASTProvisionPACAnonymously: boolean({ default: false }),
      EAPSIMNumberOfRANDs: integer({ values: [2, 3], default: 3 }),
      SystemModeCredentialsSource: string(),
      SystemModeUseOpenDirectoryCredentials: boolean({ default: false }),
      OneTimeUserPassword: boolean({ default: false, since: '10.8' }),
    }),
    DisplayedOperatorName: string({ since: '10.9' }),
    DomainName: string({ since: '10.9' }),
    RoamingConsortiumOIs: list(string(), { since: '10.9' }),
    ServiceProviderRoamingEnabled: boolean({ default: false, since: '10.9' }),
    IsHotspot: boolean({ default: false, since: '10.9' }),
    HESSID: string(),
    NAIRealmNames: list(string(), { since: '10.9' }),
    QoSMarkingPolicy: dictionary(
      {
        QoSMarkingAllowListAppIdentifiers: list(string(), { since: '14.0' }),
        QoSMarkingWhitelistedAppIdentifiers: list(string(), {
          deprecated: '14.0',
          successor: 'QoSMarkingPolicy/QoSMarkingAllowListAppIdentifiers',
        }),
        QoSMarkingAppleAudioVideoCalls: boolean({ default: true }),
        QoSMarkingEnabled: boolean({ default: true }),
      },
      { since: '10.13' },
    ),
    SetupModes: list(string({ values: ['System', 'Loginwindow'] }), { since: '10.7' }),
    EnableIPv6: boolean({ default: true }),
    TLSCertificateRequired: boolean({ default: false }),
    ProxyServer: string(),
    ProxyServerPort: integer({ min: 0, max: 65535 }),
    ProxyUsername: string(),
    ProxyPassword: string(),
    ProxyPACURL: string(),
    ProxyPACFallbackAllowed: boolean({ default: false }),
    DisableAssociationMACRandomization: boolean({ default: false, since: '15.0' }),
  },
}

export const globalEthernet: PayloadFacts = {
  type: 'com.apple.globalethernet.managed',
  since: '10.13',
  // Those of com.apple.wifi.managed, as far as they are for Ethernet.
  keys: {},
  others: anything(),
}
