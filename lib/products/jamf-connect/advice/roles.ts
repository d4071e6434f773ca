import type { PlistValue } from '../../../plist/value'
import { quoted } from '../../../schema/words'
import { LOGIN_DOMAIN, seenFrom } from '../context'
import { providerBehind } from '../providers/provider-behind'
import { rowOf } from '../providers/providers'
import { traitsOf } from '../providers/vendors'
import { advise, has, login, type Rule, refuse, repair, text, textOf, textsOf } from './rule'

const attribute = login('OIDCAdminAttribute')
const admins = login('OIDCAdmin')

/** Names that claims have and roles do not. */
const CLAIM =
  /^(groups?|roles?|groupids?|member_?of|wids|app_?roles?|realm_access|resource_access|entitlements?)$/i

/** The claim among the roles, and a role as the claim. */
export const swappedAdminKeys: Rule = (subject) => {
  const roles = textsOf(subject, admins)
  const claim = textOf(subject, attribute)
  const [first] = roles
  if (first === undefined || claim === '' || CLAIM.test(claim) || !roles.every((role) => CLAIM.test(role))) {
    return []
  }
  const list: PlistValue = { type: 'array', items: [text(claim)] }
  const message = `OIDCAdmin and OIDCAdminAttribute look swapped: ${quoted(first)} is a claim, ${quoted(claim)} a role. OIDCAdminAttribute names the claim, OIDCAdmin the roles in it that make an administrator.`
  return [
    refuse(
      'swapped-admin-keys',
      admins,
      message,
      repair('Swap the two', [admins, list], [attribute, text(first)]),
    ),
  ]
}

/**
 * Entra ID, by whichever value, sends app roles in the claim "roles"; the default of Jamf Connect is "groups". With the
 * value EntraID, OIDCSecondaryAccess is looked for in a claim that is fixed, so it asks nothing of OIDCAdminAttribute:
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/OpenID_Connect_User_Role_Settings
 */
export const entraRoleClaim: Rule = (subject) => {
  const claim = textOf(subject, attribute)
  const fixed = rowOf(subject.context.provider)?.secondaryAccess !== undefined
  const secondary = !fixed && has(subject, login('OIDCSecondaryAccess'))
  const asksForRoles = has(subject, admins) || has(subject, attribute) || secondary
  const swapped = swappedAdminKeys(subject).length > 0
  const { label, roleClaims = [] } = traitsOf(providerBehind(seenFrom(subject.context, LOGIN_DOMAIN))) ?? {}
  const [sent] = roleClaims
  if (sent === undefined || !asksForRoles || swapped || roleClaims.includes(claim)) {
    return []
  }
  const is = claim === '' ? 'is not configured, which means groups' : `is ${quoted(claim)}`
  const message = `OIDCAdminAttribute ${is}. ${label} sends the app roles of a user in the claim ${sent}.`
  return [advise('entra-role-claim', attribute, message, repair(`Use ${sent}`, [attribute, text(sent)]))]
}
