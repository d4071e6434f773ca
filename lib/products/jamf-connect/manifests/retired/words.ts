import type { RetiredKey } from '../../../../schema/manifest'

/** How HiddenMenuItems calls what a key of Sync or Verify hid. */
const menuItems: { readonly [key: string]: string } = {
  HideAbout: 'about',
  HideActions: 'actions',
  HideChangePassword: 'changepassword',
  HideGetHelp: 'gethelp',
  HideGetSoftware: 'getsoftware',
  HideHomeDirectory: 'home',
  HideLastUser: 'lastuser',
  HidePrefs: 'preferences',
  HideQuit: 'quitjamfconnect',
  HideResetPassword: 'resetpassword',
  HideShares: 'shares',
  HideSignIn: 'connect',
  HideTickets: 'tickets',
}

const sentences: { readonly [domain: string]: { readonly [key: string]: string } } = {
  'com.jamf.connect': {
    UserPromotionCount:
      'It counts how often the user was given administrator rights in this calendar month; UserPromotionLimit is the setting.',
  },
  'com.jamf.connect.login': {
    OIDCIgnoreCheckURL:
      'No document explains this key. By its name, it skipped the check that the provider can be reached.',
  },
  'com.jamf.connect.state': {
    OfflineMFASetupSuccess:
      'It is set once the user has enrolled in offline multifactor authentication, in OTP Settings of Self Service+.',
    TimeTamperingDetected:
      'It is set when the clock of the Mac was changed. While it is set, the user gets no administrator rights; `sudo defaults delete com.jamf.connect.state TimeTamperingDetected` allows them again.',
    CustomShortName: 'The answer of a user who was asked for a short name.',
  },
  'com.jamf.connect.sync': {
    UseKeychainPromptExlusions: 'The name is misspelled in Jamf Connect Sync itself.',
    DontShowWelcome: 'It means the opposite.',
    HidePreferences:
      'Another spelling of HidePrefs; sources differ on which of them the app read. The list calls the item "preferences".',
  },
  'com.jamf.connect.verify': {
    OIDCClientID: 'Some samples for AD FS hold the client ID here instead of in OIDCROPGID.',
    DontShowWelcome: 'It means the opposite.',
    LastUser: 'Jamf Connect Verify wrote this value itself.',
  },
}

/** How HiddenMenuItems calls the item that a key hid; undefined for every other key. */
export function menuItemHiddenBy({ domain, path }: RetiredKey): string | undefined {
  const [name = ''] = path
  return path.length > 1
    ? undefined
    : name === 'HidePreferences' && domain === 'com.jamf.connect.sync'
      ? menuItems.HidePrefs
      : menuItems[name]
}

/** A sentence for what the status and the successor of a key do not say; undefined where they say all. */
export function retiredInWords({ domain, path }: RetiredKey): string | undefined {
  const [name = ''] = path
  const item = menuItems[name]
  return sentences[domain]?.[name] ?? (item === undefined ? undefined : `The list calls it "${item}".`)
}

/** Every place that is spoken of here, for the test that each is a key. */
export const spokenOf = {
  names: Object.keys(menuItems),
  places: Object.entries(sentences).flatMap(([domain, keys]) =>
    Object.keys(keys).map((key) => ({ domain, key })),
  ),
}
