import { defineSection } from '../../names'

export const licensing = defineSection({
  id: 'licensing',
  title: 'Licensing',
  description: 'The Jamf Connect license of your organization, as Self Service+ (the menu bar app) reads it.',
  tab: 'identity-provider',
  group: 'Advanced OIDC',
  keys: {
    LicenseFile: {
      kind: 'file',
      as: 'string',
      content: 'license',
      extensions: ['.jamfconnectlicense'],
      title: 'License',
      sensitive: true,
      alsoAccept: ['data'],
      evidence: 'documented',
    },
  },
})
