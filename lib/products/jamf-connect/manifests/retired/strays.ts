import type { RetiredTable } from './table'

/** Settings of Self Service+ (the menu bar app) that profiles hold at the root instead of in their dictionary. */
export const misplacedKeys: RetiredTable = {
  domain: 'com.jamf.connect',
  status: 'misplaced',
  successorDomain: 'com.jamf.connect',
  rows: [
    ['AutoOpenAppAtLogin', 'boolean', 'SignIn/AutoOpenAppAtLogin'],
    ['TenantID', 'string', 'IdPSettings/TenantID'],
  ],
}

/** What Self Service+ writes into the preferences of the user, beside the settings. */
export const countedKeys: RetiredTable = {
  domain: 'com.jamf.connect',
  status: 'written-by-app',
  successorDomain: null,
  rows: [['UserPromotionCount', 'integer']],
}

/** Lowercase spellings of menu items that profiles hold. */
export const aliasKeys: RetiredTable = {
  domain: 'com.jamf.connect',
  status: 'alias',
  successorDomain: 'com.jamf.connect',
  rows: [
    ['CustomMenuItems/actions', 'string', 'CustomMenuItems/Actions'],
    ['CustomMenuItems/connect', 'string', 'CustomMenuItems/Connect'],
    ['CustomMenuItems/getsoftware', 'string', 'CustomMenuItems/GetSoftware'],
  ],
}

/** Marks that uploading left in trial profiles; nothing reads them. */
export const artefactKeys: readonly RetiredTable[] = [
  'com.jamf.connect.login',
  'com.jamf.connect',
  'com.jamf.connect.actions',
].map((domain) => ({
  domain,
  status: 'artefact',
  successorDomain: null,
  rows: [['_manualProfile', 'boolean']],
}))
