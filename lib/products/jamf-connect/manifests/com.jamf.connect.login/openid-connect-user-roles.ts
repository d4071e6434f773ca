import { defineSection } from '../../names'
import { roleClaims } from './conditions'

export const openIdConnectUserRoles = defineSection({
  id: 'openid-connect-user-roles',
  title: 'OpenID Connect user roles',
  description:
    'Decides by the roles in the ID token who becomes an administrator of the Mac and who may add an account.',
  tab: 'login',
  group: 'User creation',
  keys: {
    OIDCAdmin: {
      kind: 'string-list',
      title: 'Admin Roles',
      itemTitle: 'Role',
      placeholder: 'Mac administrators',
      alsoAccept: ['string'],
      appliesWhen: roleClaims,
      evidence: 'documented',
    },
    OIDCAdminAttribute: {
      kind: 'string',
      format: 'claim',
      title: 'Admin Attribute',
      placeholder: 'groups',
      default: 'groups',
      appliesWhen: roleClaims,
      evidence: 'documented',
    },
    OIDCIgnoreAdmin: {
      kind: 'boolean',
      title: 'Ignore Roles',
      on: 'roles are ignored: administrators and standard users stay what they are.',
      off: 'the roles that the identity provider reports apply.',
      default: false,
      evidence: 'documented',
    },
    OIDCSecondaryAccess: {
      kind: 'string-list',
      title: 'Secondary Access Group',
      itemTitle: 'Role',
      placeholder: 'Shared Mac users',
      appliesWhen: roleClaims,
      evidence: 'documented',
    },
  },
})
