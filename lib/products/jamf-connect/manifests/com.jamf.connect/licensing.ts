import { defineSection } from '../../names'
import { sampleRepository } from './sources'

export const licensing = defineSection({
  id: 'licensing',
  title: 'Licensing',
  source: sampleRepository,
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
      alsoCalled: ['Choose License...'],
      description:
        'Unlocks Self Service+ (the menu bar app) with the content of your license file. The login window needs the same license in its own settings.',
      whenAbsent: 'Jamf Connect runs in trial mode.',
      sensitive: true,
      alsoAccept: ['data'],
      evidence: 'documented',
      note: 'Public sources disagree on the type. Text in Base64 is what license profiles hold and scripts decode, so it is what is written.',
    },
  },
})
