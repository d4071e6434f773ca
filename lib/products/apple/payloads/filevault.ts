import { boolean, data, integer, type PayloadFacts, string } from './fact'

/* FileVault: macOS 15.1, https://github.com/apple/device-management/tree/release/mdm/profiles */

export const fileVault: PayloadFacts = {
  type: 'com.apple.MCX.FileVault2',
  since: '10.9',
  keys: {
    Enable: string({ required: true, values: ['On', 'Off'] }),
    Defer: boolean({ default: false }),
    UserEntersMissingInfo: boolean({ default: false }),
    UseRecoveryKey: boolean({ default: true }),
    ShowRecoveryKey: boolean({ default: true }),
    OutputPath: string(),
    Certificate: data(),
    PayloadCertificateUUID: string(),
    Username: string(),
    Password: string(),
    UseKeychain: boolean({ default: false }),
    DeferForceAtUserLoginMaxBypassAttempts: integer({ min: -1, max: 9999 }),
    DeferDontAskAtUserLogout: boolean({ default: false, since: '10.10' }),
    ForceEnableInSetupAssistant: boolean({ default: false, since: '14.0', mdmOnly: true }),
  },
}

export const recoveryKeyEscrow: PayloadFacts = {
  type: 'com.apple.security.FDERecoveryKeyEscrow',
  since: '10.13',
  keys: {
    Location: string({ required: true }),
    EncryptCertPayloadUUID: string({ required: true }),
    DeviceKey: string(),
  },
}
