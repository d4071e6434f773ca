import type { Keys } from '../../schema/manifest'

/** The name under which the dictionary around the payloads is edited like a domain: its own PayloadType. */
export const PROFILE = 'Configuration'

const source = 'https://developer.apple.com/documentation/devicemanagement/toplevel'

/** The keys of the profile itself that an administrator sets. UUID, type and version belong to the machine. */
export const profileKeys: Keys = {
  PayloadDisplayName: {
    kind: 'string',
    title: 'Name',
    alsoCalled: ['Payload Name', 'Display Name'],
    description: 'What System Settings and the MDM call the profile.',
    placeholder: 'Jamf Connect for Acme',
    evidence: 'documented',
    source,
  },
  PayloadOrganization: {
    kind: 'string',
    title: 'Organization',
    description: 'Who issues the profile; shown beside its name in System Settings.',
    placeholder: 'Acme, Inc.',
    evidence: 'documented',
    source,
  },
  PayloadDescription: {
    kind: 'string',
    title: 'Description',
    description: 'What the profile is for, in words for the people whose Mac it is on.',
    placeholder: 'Sign in to this Mac with your work account.',
    multiline: true,
    evidence: 'documented',
    source,
  },
  PayloadIdentifier: {
    kind: 'string',
    title: 'Identifier',
    alsoCalled: ['Payload Identifier'],
    description:
      'Decides whether an installed profile is replaced: a profile with the same identifier replaces it, one with another is added beside it.',
    placeholder: 'com.acme.jamf-connect',
    evidence: 'documented',
    note: 'Keep it once the profile is deployed. Two profiles that set the same keys have no defined winner.',
    source,
  },
  PayloadScope: {
    kind: 'choice',
    title: 'Scope',
    description:
      'Whether the settings apply to the Mac or to one user. The login window reads those of the Mac only.',
    options: { System: { label: 'System (the Mac)' }, User: { label: 'User' } },
    whenAbsent: 'The channel through which the MDM installs the profile decides; opened by hand, it is User.',
    evidence: 'documented',
    source,
  },
  PayloadRemovalDisallowed: {
    kind: 'boolean',
    title: 'Prevent removal',
    alsoCalled: ['Removal Disallowed'],
    description: 'Keeps users from removing a profile that was installed by hand.',
    on: 'users cannot remove a profile that was installed by hand.',
    off: 'users can remove a profile that was installed by hand.',
    default: false,
    note: 'Profiles that an MDM installs cannot be removed by users, whatever this says.',
    evidence: 'documented',
    source,
  },
}
