import type { HelpOf } from '../../../../schema/help'
import type { userHelp } from './user-help'

/** What people read of these keys. */
export const userHelpHelp: HelpOf<typeof userHelp> = {
  source: 'https://docs.jamf.com/jamf-connect/2.0.1/administrator-guide/Custom_Branding.html',
  keys: {
    AllowNetworkSelection: {
      description: 'Lets users choose a Wi-Fi network at the login window.',
      alsoCalled: ['Internet: Allow network selection'],
      introduced: '1.9 or earlier',
    },
    HelpURL: {
      description: 'Web page with help for users. The help button at the login window opens it.',
      source: 'https://github.com/ProfileCreator/ProfileManifests',
    },
    HelpURLLogo: {
      description: 'Image file on the Mac that serves as the icon of the help button.',
      alsoCalled: ['Help URL Logo Path'],
      source: 'https://github.com/ProfileCreator/ProfileManifests',
    },
    LocalHelpFile: {
      description: 'File on the Mac that the help button opens while there is no network connection.',
      source: 'https://github.com/ProfileCreator/ProfileManifests',
      note: 'Documentation for 1.x names HTML and PDF files.',
    },
    OIDCHideRestart: {
      description: 'Removes the Restart button from the login window.',
      introduced: '1.x',
      source: 'https://github.com/kdrwygvh/JSON-Schema-for-Jamf-Pro-Applications-and-Settings-MDM-Payload',
      note: 'Known from a schema for 1.x, which calls it experimental. Whether current versions honor it is not documented.',
    },
    OIDCHideShutdown: {
      description: 'Removes the Shut Down button from the login window.',
      introduced: '1.x',
      source: 'https://github.com/kdrwygvh/JSON-Schema-for-Jamf-Pro-Applications-and-Settings-MDM-Payload',
      note: 'Known from a schema for 1.x, which calls it experimental. Whether current versions honor it is not documented.',
    },
  },
}
