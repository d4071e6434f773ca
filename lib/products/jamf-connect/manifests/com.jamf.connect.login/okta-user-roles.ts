import { defineSection } from '../../names'
import { oktaClassic } from '../provider-conditions'

export const oktaUserRoles = defineSection({
  id: 'okta-user-roles',
  title: 'Okta user roles',
  description: 'Uses assignments to Okta apps to decide who may use the Mac and who administers it.',
  tab: 'identity-provider',
  group: 'Okta',
  keys: {
    OIDCAccessClientID: {
      kind: 'string',
      title: 'Access Client ID',
      placeholder: '0oa7dKw2VbXp9TsYf0h7',
      appliesWhen: oktaClassic,
      evidence: 'documented',
    },
    OIDCAdminClientID: {
      kind: 'string',
      title: 'Admin Client ID',
      placeholder: '0oa8fRm5QcZj3LnGt0h7',
      appliesWhen: oktaClassic,
      needs: { key: 'OIDCAccessClientID', configured: true },
      evidence: 'documented',
    },
    OIDCSecondaryLoginClientID: {
      kind: 'string',
      title: 'Secondary Login Client ID',
      placeholder: '0oa2hNx6WdBk8PvCr0h7',
      appliesWhen: oktaClassic,
      needs: { key: 'OIDCAccessClientID', configured: true },
      evidence: 'documented',
    },
  },
})
