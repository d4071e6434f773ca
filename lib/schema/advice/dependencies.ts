import { type Condition, holds, inWords } from '../condition'
import { seenFrom } from '../context'
import type { KnownKey } from '../keys'
import { nameOfPath } from '../words'
import { advise, type Rule } from './rule'
import { configuredKeys } from './walk'

const isOn = (key: string): Condition => ({ key, is: [true] })
const configured = (key: string): Condition => ({ key, configured: true })

const promotion = 'connect/TemporaryUserPermissions/'
const promotionOn = isOn('TemporaryUserPermissions/TemporaryUserPromotion')
const realm = configured('Kerberos/Realm')
const authority = configured('Certificate/WindowsCA')
const accessClient = configured('OIDCAccessClientID')

/**
 * Keys that Jamf's reference ties to another key. They stay visible in the form without it, because an administrator
 * may fill in the form in any order; while something is missing the key has no effect.
 */
const dependencies: { readonly [id: string]: Condition } = {
  'login/OIDCAdminClientID': accessClient,
  'login/OIDCSecondaryLoginClientID': accessClient,
  'login/OIDCAuthServer': accessClient,
  'login/ROPGRedirectURI': configured('ROPGProvider'),
  [`${promotion}UserPromotionDuration`]: promotionOn,
  [`${promotion}UserPromotionTimer`]: promotionOn,
  [`${promotion}UserPromotionLimit`]: promotionOn,
  [`${promotion}UserPromotionReason`]: promotionOn,
  [`${promotion}UserPromotionChoices`]: isOn('TemporaryUserPermissions/UserPromotionReason'),
  [`${promotion}VerifyUserPromotion`]: promotionOn,
  [`${promotion}VerifyUserPromotionFIDO2`]: promotionOn,
  [`${promotion}UserPromotionBiometrics`]: promotionOn,
  [`${promotion}URLCommandLineElevation`]: promotionOn,
  [`${promotion}UserPromotionRole`]: promotionOn,
  [`${promotion}UserPromotionRole/[]/Name`]: configured(
    'TemporaryUserPermissions/UserPromotionRole/[]/OIDCAdminAttribute',
  ),
  'connect/PasswordPolicies/ExpirationCountdownStartDay': realm,
  'connect/PasswordPolicies/PolicyMessage': configured('PasswordPolicies/PolicyRequirements'),
  'connect/Kerberos/AutoRenewTickets': realm,
  'connect/Kerberos/GetTicketsAtSignIn': realm,
  'connect/Kerberos/CacheTicketsOnNetworkChange': realm,
  'connect/Kerberos/ShortName': realm,
  'connect/Kerberos/ShortNameAttribute': realm,
  'connect/Kerberos/AskForShortName': realm,
  'connect/Kerberos/AskForShortNameMessage': isOn('Kerberos/AskForShortName'),
  'connect/Certificate/WindowsCA': realm,
  'connect/Certificate/CertificateTemplate': authority,
  'connect/Certificate/GetCertificateAutomatically': authority,
  'connect/Certificate/SecureNetworks': authority,
  'connect/Certificate/ExportableCertificateKey': authority,
  'connect/UserHelp/HelpType': configured('UserHelp/HelpOptions'),
  'connect/UserHelp/HelpOptions': configured('UserHelp/HelpType'),
  'connect/Unlock/RequirePIN': isOn('Unlock/EnableUnlock'),
}

/** Ids of the keys of the table, for the test that holds it against the manifests. */
export const dependentKeys: readonly (readonly [string, Condition])[] = Object.entries(dependencies)

/** What a key needs another key for, to have an effect; undefined for keys that need none. */
export function dependencyOf({ id }: KnownKey): Condition | undefined {
  return dependencies[id]
}

/** Keys whose partner is missing. A switch that is off asks for nothing. */
export const needsAnotherKey: Rule = (subject) =>
  configuredKeys(subject).flatMap(({ key, path, value }) => {
    const needs = dependencies[key.id]
    const seen = seenFrom(subject.context, key.domain, path)
    // That a key has no effect with this provider is said by itself.
    if (seen.provider !== null && key.appliesWhen !== undefined && !holds(key.appliesWhen, seen)) {
      return []
    }
    const off = value.type === 'boolean' && !value.value
    if (needs === undefined || off || holds(needs, seen)) {
      return []
    }
    const message = `${nameOfPath(path)} has no effect ${inWords({ not: needs }).replace(/^when/, 'while')}.`
    return [advise('needs-another-key', { domain: key.domain, path }, message)]
  })
