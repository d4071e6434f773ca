import type { HelpFor } from '../../../schema/help'
import type { shares } from './com.jamf.connect.shares'

const fileSharesPage = 'https://docs.jamf.com/jamf-connect/2.4.3/documentation/File_Shares.html'

/** What people read of these keys. */
export const sharesHelp: HelpFor<typeof shares> = {
  format: {
    source: 'https://github.com/ProfileCreator/ProfileManifests',
    keys: {
      Version: {
        description: 'Version of the format of these settings; 1 is the only one.',
        note: 'Sources disagree on the type: a manifest has a string, the open-source ancestor NoMAD 2 an integer. A string is written.',
      },
    },
  },
  'home-mount': {
    source: fileSharesPage,
    keys: {
      Mount: {
        description: 'Mounts the network home directory by itself.',
      },
      Groups: {
        description: 'Limits the automatic mount to members of these Active Directory groups.',
      },
      Options: {
        description: 'Options with which macOS mounts the network home directory.',
      },
    },
  },
  'file-shares': {
    source: fileSharesPage,
    keys: {
      Shares: {
        description: 'Shares that the menu lists.',
        keys: {
          Name: {
            description: 'Name of the share in the menu.',
          },
          URL: {
            description:
              "Address of the share. Jamf Connect replaces variables such as <<shortname>> with the user's values.",
          },
          Groups: {
            description: 'Active Directory groups whose members can use the share.',
          },
          LocalMount: {
            description: 'Folder at which the share is mounted. It can be empty.',
          },
          AutoMount: {
            description: 'Mounts the share by itself.',
          },
          ConnectedOnly: {
            description: 'Mounts the share only while the Mac reaches the Active Directory domain.',
          },
          Options: {
            description: 'Options with which macOS mounts the share.',
          },
        },
      },
    },
  },
}
