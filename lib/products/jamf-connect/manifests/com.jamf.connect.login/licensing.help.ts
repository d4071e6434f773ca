import type { HelpOf } from '../../../../schema/help'
import type { licensing } from './licensing'

/** What people read of these keys. */
export const licensingHelp: HelpOf<typeof licensing> = {
  source: 'https://docs.jamf.com/ja/jamf-connect/2.17.0/documentation/Installation_and_Licensing.html',
  keys: {
    LicenseFile: {
      description: 'Content of the .jamfconnectlicense file that you download from Jamf Account.',
      alsoCalled: ['Choose License...'],
      whenAbsent: 'Jamf Connect runs in trial mode.',
      source: 'https://github.com/jamf/jamfconnect',
      note: 'The login window and Self Service+ each need the license in their own domain. Sources differ on the type: scripts from Jamf read Base64 text in a string, and some manifests expect data.',
    },
  },
}
