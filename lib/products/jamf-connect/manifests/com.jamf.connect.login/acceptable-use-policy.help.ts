import type { HelpOf } from '../../../../schema/help'
import type { acceptableUsePolicy } from './acceptable-use-policy'

/** What people read of these keys. */
export const acceptableUsePolicyHelp: HelpOf<typeof acceptableUsePolicy> = {
  source: 'https://docs.jamf.com/jamf-connect/2.9.1/documentation/Acceptable_Use_Policy.html',
  keys: {
    EULATitle: {
      description: 'Heading of the policy screen.',
      alsoCalled: ['EULA Title'],
      whenAbsent: 'Possibly the heading "End User License Agreement", which a manifest for 1.x suggests.',
    },
    EULASubTitle: {
      description: 'Line below the heading of the policy screen.',
      alsoCalled: ['EULA Subtitle'],
      whenAbsent: 'Possibly the line "Terms and Conditions", which a manifest for 1.x suggests.',
    },
    EULAText: {
      description: 'Text of the policy, stored in the profile itself.',
      alsoCalled: ['EULA Text'],
      note: 'A policy banner in /Library/Security and the document in EULAFilePath take precedence. In 1.x, *** stands for a line break.',
    },
    EULAFilePath: {
      description: 'File on the Mac that contains the policy: PDF, TXT, RTF or RTFD.',
      introduced: '2.9 or earlier',
      note: 'It takes precedence over EULAText. A policy banner in /Library/Security takes precedence over both.',
    },
    EULAPath: {
      description: 'Folder in which Jamf Connect records that a user has accepted the policy.',
      alsoCalled: ['EULA User Acknowledgement Path'],
      source: 'https://github.com/ProfileCreator/ProfileManifests',
    },
  },
}
