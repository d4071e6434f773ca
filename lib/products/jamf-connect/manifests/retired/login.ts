import type { RetiredTable } from './table'

/** Settings of the login window that only Jamf Connect Login 1.x read. */
export const loginKeys: RetiredTable = {
  domain: 'com.jamf.connect.login',
  status: 'legacy',
  successorDomain: 'com.jamf.connect.login',
  rows: [
    ['LoginScreen', 'boolean'],
    ['BackgroundImageAlpha', 'integer'],
    ['RightsTmpCache', 'boolean'],
    ['CreateVerifyPasswords', 'boolean', 'CreateJamfConnectPassword'],
    ['CreateSyncPasswords', 'boolean', 'CreateJamfConnectPassword'],
    ['OIDCIgnoreCheckURL', 'boolean'],
  ],
}
