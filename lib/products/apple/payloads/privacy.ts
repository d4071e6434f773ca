import { boolean, dictionary, type Fact, type Facts, list, type PayloadFacts, string } from './fact'

/* Privacy preferences: macOS 15.1, https://github.com/apple/device-management/tree/release/mdm/profiles */

const identifierTypes = ['bundleID', 'path']

/** An app, and what is decided for it. One of Allowed and Authorization has to be there. */
const app: Facts = {
  Identifier: string({ required: true }),
  IdentifierType: string({ required: true, values: identifierTypes }),
  CodeRequirement: string({ required: true }),
  StaticCode: boolean({ default: false }),
  Allowed: boolean({ required: true, instead: 'Authorization' }),
  Authorization: string({
    values: ['Allow', 'Deny', 'AllowStandardUserToSetSystemService'],
    since: '11.0',
  }),
  Comment: string(),
  AEReceiverIdentifier: string(),
  AEReceiverIdentifierType: string({ values: identifierTypes }),
  AEReceiverCodeRequirement: string(),
}

/** One that may send Apple events: what may receive them has to be there too. */
const sender: Facts = {
  ...app,
  AEReceiverIdentifier: string({ required: true }),
  AEReceiverIdentifierType: string({ required: true, values: identifierTypes }),
  AEReceiverCodeRequirement: string({ required: true }),
}

const apps = list(dictionary(app))

function services(names: readonly string[], since?: string): Facts {
  const fact: Fact = since === undefined ? apps : { ...apps, since }
  return Object.fromEntries(names.map((name) => [name, fact]))
}

export const privacy: PayloadFacts = {
  type: 'com.apple.TCC.configuration-profile-policy',
  since: '10.14',
  keys: {
    Services: dictionary(
      {
        ...services([
          'AddressBook',
          'Calendar',
          'Reminders',
          'Photos',
          'Camera',
          'Microphone',
          'Accessibility',
          'PostEvent',
          'SystemPolicyAllFiles',
          'SystemPolicySysAdminFiles',
        ]),
        AppleEvents: list(dictionary(sender)),
        ...services(
          [
            'MediaLibrary',
            'FileProviderPresence',
            'ListenEvent',
            'ScreenCapture',
            'SpeechRecognition',
            'SystemPolicyDesktopFolder',
            'SystemPolicyDocumentsFolder',
            'SystemPolicyDownloadsFolder',
            'SystemPolicyNetworkVolumes',
            'SystemPolicyRemovableVolumes',
          ],
          '10.15',
        ),
        ...services(['BluetoothAlways'], '11.0'),
        ...services(['SystemPolicyAppBundles'], '13.0'),
        ...services(['SystemPolicyAppData'], '14.0'),
      },
      { required: true },
    ),
  },
}

/** Services to which a profile can deny access and not give it. */
export const deniedOnly: readonly string[] = ['Camera', 'Microphone', 'ListenEvent', 'ScreenCapture']
