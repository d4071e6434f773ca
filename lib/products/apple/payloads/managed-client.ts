import { boolean, type Facts, type PayloadFacts } from './fact'

/* Files of https://github.com/apple/device-management/tree/release/mdm/profiles (macOS 15.1) that share one type. */

/** com.apple.MCX(Accounts).yaml */
const accounts: Facts = {
  EnableGuestAccount: boolean({ default: false }),
  DisableGuestAccount: boolean({ default: false }),
}

/** com.apple.MCX(FileVault2).yaml */
const fileVault: Facts = {
  dontAllowFDEDisable: boolean({ default: false }),
  dontAllowFDEEnable: boolean({ default: false }),
  DestroyFVKeyOnStandby: boolean({ default: false, since: '10.9' }),
}

export const managedClient: PayloadFacts = {
  type: 'com.apple.MCX',
  since: '10.7',
  isDomain: true,
  keys: { ...accounts, ...fileVault },
}
