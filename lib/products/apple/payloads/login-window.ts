import { boolean, dictionary, type Fact, integer, list, type PayloadFacts, string } from './fact'

/* The login window and what comes before and after a sign-in: macOS 15.1, https://github.com/apple/device-management/tree/release/mdm/profiles */

export const loginWindow: PayloadFacts = {
  type: 'com.apple.loginwindow',
  since: '10.7',
  isDomain: true,
  keys: {
    SHOWFULLNAME: boolean({ default: false }),
    HideLocalUsers: boolean({ default: false }),
    IncludeNetworkUser: boolean({ default: false }),
    HideAdminUsers: boolean({ default: false }),
    SHOWOTHERUSERS_MANAGED: boolean({ default: false }),
    // Its text says that since macOS 10.10 any value does; the list is that of older systems.
    AdminHostInfo: string(),
    AllowList: list(string()),
    DenyList: list(string()),
    HideMobileAccounts: boolean({ default: false }),
    ShutDownDisabled: boolean({ default: false }),
    RestartDisabled: boolean({ default: false }),
    SleepDisabled: boolean({ default: false }),
    DisableConsoleAccess: boolean({ default: false }),
    LoginwindowText: string(),
    ShutDownDisabledWhileLoggedIn: boolean({ default: false }),
    RestartDisabledWhileLoggedIn: boolean({ default: false }),
    PowerOffDisabledWhileLoggedIn: boolean({ default: false }),
    LogOutDisabledWhileLoggedIn: boolean({ default: false, since: '10.13' }),
    DisableScreenLockImmediate: boolean({ default: false, since: '10.13' }),
    showInputMenu: boolean({ default: false, since: '10.8' }),
    DisableFDEAutoLogin: boolean({ default: false, since: '10.9' }),
    AutologinUsername: string({ since: '14.0', mdmOnly: true }),
    AutologinPassword: string({ since: '14.0', mdmOnly: true }),
  },
}

export const loginItemsSuppression: PayloadFacts = {
  type: 'loginwindow',
  since: '10.7',
  isDomain: true,
  keys: {
    DisableLoginItemsSuppression: boolean({ default: false }),
  },
}

export const loginItems: PayloadFacts = {
  type: 'com.apple.loginitems.managed',
  since: '10.13',
  keys: {
    'AutoLaunchedApplicationDictionary-managed': list(
      dictionary({
        Path: string({ required: true }),
        Hide: boolean({ default: false }),
      }),
      { required: true },
    ),
  },
}

export const screensaver: PayloadFacts = {
  type: 'com.apple.screensaver',
  since: '10.11',
  isDomain: true,
  keys: {
    askForPassword: boolean({ default: false, since: '10.13' }),
    askForPasswordDelay: integer({ since: '10.13' }),
    loginWindowIdleTime: integer(),
    loginWindowModulePath: string(),
    moduleName: string({ required: true }),
  },
}

/** A switch for one pane, of which there is a list since macOS 15. */
const skipped = (since?: string): Fact =>
  boolean({
    default: false,
    ...(since === undefined ? {} : { since }),
    deprecated: '15.0',
    successor: 'SkipSetupItems',
  })

export const setupAssistant: PayloadFacts = {
  type: 'com.apple.SetupAssistant.managed',
  since: '10.12',
  isDomain: true,
  keys: {
    SkipCloudSetup: skipped(),
    SkipSiriSetup: skipped(),
    SkipPrivacySetup: skipped('10.13.4'),
    SkipiCloudStorageSetup: skipped('10.13.4'),
    SkipTrueTone: skipped('10.13.6'),
    SkipAppearance: skipped('10.14'),
    SkipTouchIDSetup: skipped('10.15'),
    SkipScreenTime: skipped('10.15'),
    SkipAccessibility: skipped('11.0'),
    SkipSetupItems: list(string(), { since: '15.0' }),
    SkipUnlockWithWatch: skipped('12.0'),
    SkipWallpaper: skipped('14.1'),
  },
}
