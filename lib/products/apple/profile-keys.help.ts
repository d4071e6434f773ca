import type { HelpOfKeys } from '../../schema/help'
import type { profileKeys } from './profile-keys'

/** What people read of the keys of the profile itself. */
export const profileHelp: HelpOfKeys<typeof profileKeys> = {
  PayloadDisplayName: {
    description: 'What System Settings and the MDM call the profile.',
    alsoCalled: ['Payload Name', 'Name'],
  },
  PayloadOrganization: {
    description: 'Who issues the profile; shown beside its name in System Settings.',
  },
  PayloadDescription: {
    description: 'What the profile is for, in words for the people whose Mac it is on.',
  },
  PayloadIdentifier: {
    description:
      'Decides whether an installed profile is replaced: a profile with the same identifier replaces it, one with another is added beside it.',
    alsoCalled: ['Payload Identifier'],
    note: 'Keep it once the profile is deployed. Two profiles that set the same keys have no defined winner.',
  },
  PayloadScope: {
    description:
      'Whether the settings apply to the Mac or to one user. The login window reads those of the Mac only.',
    whenAbsent: 'The channel through which the MDM installs the profile decides; opened by hand, it is User.',
  },
  PayloadRemovalDisallowed: {
    description: 'Keeps users from removing a profile that was installed by hand.',
    alsoCalled: ['Removal Disallowed'],
    note: 'Profiles that an MDM installs cannot be removed by users, whatever this says.',
  },
}
