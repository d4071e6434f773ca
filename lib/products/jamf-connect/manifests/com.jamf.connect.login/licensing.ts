import { defineSection } from '../../names'

export const licensing = defineSection({
  id: 'licensing',
  title: 'Licensing',
  source: 'https://docs.jamf.com/ja/jamf-connect/2.17.0/documentation/Installation_and_Licensing.html',
  description: 'Unlocks Jamf Connect with the license of your organization.',
  tab: 'identity-provider',
  group: 'Advanced OIDC',
  keys: {
    LicenseFile: {
      kind: 'file',
      as: 'string',
      content: 'license',
      extensions: ['.jamfconnectlicense'],
      title: 'License',
      alsoCalled: ['Choose License...'],
      description: 'Content of the .jamfconnectlicense file that you download from Jamf Account.',
      whenAbsent: 'Jamf Connect runs in trial mode.',
      alsoAccept: ['data'],
      sensitive: true,
      source: 'https://github.com/jamf/jamfconnect',
      evidence: 'documented',
      note: 'The login window and the menu bar app each need the license in their own domain. Sources differ on the type: scripts from Jamf read Base64 text in a string, and some manifests expect data.',
    },
  },
})
