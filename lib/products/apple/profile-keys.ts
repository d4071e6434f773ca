import type { Keys } from '../../schema/manifest'

/** The name under which the dictionary around the payloads is edited like a domain: its own PayloadType. */
export const PROFILE = 'Configuration'

/** Where their facts come from. */
export const profileKeysPage = 'https://developer.apple.com/documentation/devicemanagement/toplevel'

/** The keys of the profile itself that an administrator sets. UUID, type and version belong to the machine. */
export const profileKeys = {
  PayloadDisplayName: {
    kind: 'string',
    title: 'Display name',
    placeholder: 'Jamf Connect for Acme',
    evidence: 'documented',
  },
  PayloadOrganization: {
    kind: 'string',
    title: 'Organization',
    placeholder: 'Acme, Inc.',
    evidence: 'documented',
  },
  PayloadDescription: {
    kind: 'string',
    title: 'Description',
    placeholder: 'Sign in to this Mac with your work account.',
    multiline: true,
    evidence: 'documented',
  },
  PayloadIdentifier: {
    kind: 'string',
    title: 'Identifier',
    placeholder: 'com.acme.jamf-connect',
    evidence: 'documented',
  },
  PayloadScope: {
    kind: 'choice',
    title: 'Scope',
    options: { System: { label: 'System (the Mac)' }, User: { label: 'User' } },
    evidence: 'documented',
  },
  PayloadRemovalDisallowed: {
    kind: 'boolean',
    title: 'Prevent removal',
    on: 'users cannot remove a profile that was installed by hand.',
    off: 'users can remove a profile that was installed by hand.',
    default: false,
    evidence: 'documented',
  },
} as const satisfies Keys
