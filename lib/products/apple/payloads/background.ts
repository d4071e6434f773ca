import { boolean, dictionary, integer, list, type PayloadFacts, string } from './fact'

/* What runs and speaks without being asked: macOS 15.1, https://github.com/apple/device-management/tree/release/mdm/profiles */

export const serviceManagement: PayloadFacts = {
  type: 'com.apple.servicemanagement',
  since: '13.0',
  keys: {
    Rules: list(
      dictionary({
        RuleType: string({
          required: true,
          values: ['BundleIdentifier', 'BundleIdentifierPrefix', 'Label', 'LabelPrefix', 'TeamIdentifier'],
        }),
        RuleValue: string({ required: true }),
        Comment: string(),
        TeamIdentifier: string(),
      }),
      { required: true },
    ),
  },
}

export const notificationSettings: PayloadFacts = {
  type: 'com.apple.notificationsettings',
  since: '10.15',
  keys: {
    NotificationSettings: list(
      dictionary({
        BundleIdentifier: string({ required: true }),
        NotificationsEnabled: boolean({ default: true }),
        ShowInNotificationCenter: boolean({ default: true }),
        ShowInLockScreen: boolean({ default: true }),
        AlertType: integer({ values: [0, 1, 2], default: 1 }),
        BadgesEnabled: boolean({ default: true }),
        SoundsEnabled: boolean({ default: true }),
        CriticalAlertEnabled: boolean({ default: false }),
      }),
      { required: true },
    ),
  },
}

export const systemExtensionPolicy: PayloadFacts = {
  type: 'com.apple.system-extension-policy',
  since: '10.15',
  keys: {
    AllowUserOverrides: boolean({ default: true }),
    AllowedTeamIdentifiers: list(string()),
    AllowedSystemExtensionTypes: dictionary({}, { others: list(string()) }),
    AllowedSystemExtensions: dictionary({}, { others: list(string()) }),
    RemovableSystemExtensions: dictionary({}, { since: '12.0', others: list(string()) }),
    NonRemovableSystemExtensions: dictionary({}, { since: '15.0', others: list(string()) }),
    NonRemovableFromUISystemExtensions: dictionary({}, { since: '15.0', others: list(string()) }),
  },
}
