import { defineSection } from '../../names'
import { oktaClassic } from './conditions'

export const oktaUserRoles = defineSection({
  id: 'okta-user-roles',
  title: 'Okta user roles',
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Creating_Applications_for_Limiting_Access_to_Devices',
  description: 'Uses assignments to Okta apps to decide who may use the Mac and who administers it.',
  tab: 'identity-provider',
  group: 'Okta',
  keys: {
    OIDCAccessClientID: {
      kind: 'string',
      title: 'Access Client ID',
      alsoCalled: ['Okta OpenID Connect Access Client ID'],
      description:
        'Client ID of the Okta app for standard access. Only users assigned to that app can log in and get an account on the Mac.',
      placeholder: '0oa7dKw2VbXp9TsYf0h7',
      appliesWhen: oktaClassic,
      evidence: 'documented',
      note: 'The key needs OIDCRedirectURI.',
    },
    OIDCAdminClientID: {
      kind: 'string',
      title: 'Admin Client ID',
      description:
        'Client ID of the Okta app for administrators. Users assigned to that app get an administrator account.',
      placeholder: '0oa8fRm5QcZj3LnGt0h7',
      appliesWhen: oktaClassic,
      needs: { key: 'OIDCAccessClientID', configured: true },
      evidence: 'documented',
      note: 'The key needs OIDCAccessClientID.',
    },
    OIDCSecondaryLoginClientID: {
      kind: 'string',
      title: 'Secondary Login Client ID',
      description:
        'Client ID of the Okta app for additional users. Once the Mac has its first account, users assigned to that app can add theirs.',
      placeholder: '0oa2hNx6WdBk8PvCr0h7',
      appliesWhen: oktaClassic,
      needs: { key: 'OIDCAccessClientID', configured: true },
      evidence: 'documented',
      note: 'The key needs OIDCAccessClientID.',
    },
  },
})
