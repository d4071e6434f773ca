import { defineSection } from '../../names'

export const licensing = defineSection({
  id: 'licensing',
  title: 'Licensing',
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
      alsoAccept: ['data'],
      sensitive: true,
      evidence: 'documented',
    },
  },
})
