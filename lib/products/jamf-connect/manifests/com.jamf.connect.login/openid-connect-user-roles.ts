import { defineSection } from '../../names'
import { openIdConnectExceptGoogle } from './conditions'

export const openIdConnectUserRoles = defineSection({
  id: 'openid-connect-user-roles',
  title: 'OpenID Connect user roles',
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/OpenID_Connect_User_Role_Settings',
  description:
    'Decides by the roles in the ID token who becomes an administrator of the Mac and who may add an account.',
  tab: 'login',
  group: 'User creation',
  keys: {
    OIDCAdmin: {
      kind: 'string-list',
      title: 'Admin Roles',
      alsoCalled: ['OpenID Connect Admin Groups'],
      itemTitle: 'Role',
      description:
        'Roles or groups whose members become administrators of the Mac. Jamf Connect looks for them in the claim that OIDCAdminAttribute names.',
      placeholder: 'Mac administrators',
      alsoAccept: ['string'],
      appliesWhen: openIdConnectExceptGoogle,
      evidence: 'documented',
      note: 'With Okta Identity Engine, add the scope groups to OIDCScopes.',
    },
    OIDCAdminAttribute: {
      kind: 'string',
      format: 'claim',
      title: 'Admin Attribute',
      alsoCalled: ['OpenID Connect Admin Attribute'],
      description: 'Claim of the ID token that lists the roles or groups of the user.',
      placeholder: 'groups',
      default: 'groups',
      whenAbsent: 'Jamf Connect reads the claim groups.',
      appliesWhen: openIdConnectExceptGoogle,
      evidence: 'documented',
      note: 'For Entra ID with app roles, enter roles.',
    },
    OIDCIgnoreAdmin: {
      kind: 'boolean',
      title: 'Ignore Roles',
      alsoCalled: ['Ignore OpenID Connect Attributes'],
      description:
        'Administrators stay administrators and standard users stay standard users, whatever roles the identity provider reports.',
      on: 'roles are ignored: administrators and standard users stay what they are.',
      off: 'the roles that the identity provider reports apply.',
      default: false,
      evidence: 'documented',
    },
    OIDCSecondaryAccess: {
      kind: 'string-list',
      title: 'Secondary Access Group',
      itemTitle: 'Role',
      description:
        'Roles or groups whose members may create further accounts once the Mac has its first one.',
      placeholder: 'Shared Mac users',
      appliesWhen: openIdConnectExceptGoogle,
      evidence: 'documented',
      note: 'For Entra ID, Jamf Connect looks in the role claim; for other providers, in the claim that OIDCAdminAttribute names. With Okta Identity Engine, add the scope groups to OIDCScopes.',
    },
  },
})
