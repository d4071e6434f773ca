import type { Issue } from '../../api/issue'
import { faultsAmong } from '../../schema/faults'
import type { AdviceOptions } from '../../schema/rules'
import type { Settings } from '../../schema/settings'
import { clearTextAddresses, discoveryDocument, oktaAdminHost, privateAddresses } from './advice/addresses'
import { doesNotApply } from './advice/applicability'
import { googleNeedsCertificate, oktaDesktopMfa } from './advice/beside'
import { authorityNeedsTemplate, elevationOfAdministrators, exportableKey } from './advice/certificates'
import {
  fileVaultNeedsPrivacyProfile,
  reminderNeedsOfflineMfa,
  scriptNeedsMechanism,
  twoPolicyTexts,
  twoShortNames,
} from './advice/companions'
import { needsAnotherKey } from './advice/dependencies'
import { elevationOfNoDuration } from './advice/elevation'
import { halfHybrid, unnamedHybrid } from './advice/hybrid'
import { identifierForm, tenantIsClient } from './advice/identifiers'
import { licenseDates, licenseInOneDomain } from './advice/license'
import { linkedKeysDiffer } from './advice/linked-keys'
import { lockOut, migrationNeedsDenyLocal } from './advice/local-access'
import { asFarAsKnown } from './advice/partial'
import { googlePassword, keychainPassword, passthroughPassword } from './advice/passwords'
import { placeholders, variablesOfNobody } from './advice/placeholders'
import { platformSso } from './advice/platform-sso'
import { retiredKeys, unknownDomains } from './advice/retired-keys'
import { entraRoleClaim, swappedAdminKeys } from './advice/roles'
import type { Rule } from './advice/rule'
import { openIdScope, scopeOfTheCheck, scopeSeparators } from './advice/scopes'
import { secrets, unnamedSecrets } from './advice/secrets'
import { separatePassword, unsetNewPassword } from './advice/separate-password'
import { everyPasswordPasses, successCodesOfOneApp, unknownSuccessCode } from './advice/success-codes'
import { systemAccounts } from './advice/system-accounts'
import { tenantInAddress } from './advice/tenant-in-address'
import { sameOktaServer, sharedEntraTenant } from './advice/tenants'
import { clientIdWithSpaces, copiedCharacters, messageOfOneLine } from './advice/texts'
import { unknownKeys } from './advice/unknown-keys'
import { escapedTwice, oneTextList } from './advice/written-values'
import { contextOf } from './context'
import { comparing } from './weigh'

/** Every rule over more than one key, in the order in which its issues are listed. */
export const rules: readonly Rule[] = [
  unknownDomains,
  unknownKeys,
  retiredKeys,
  swappedAdminKeys,
  entraRoleClaim,
  oktaAdminHost,
  sameOktaServer,
  sharedEntraTenant,
  identifierForm,
  tenantIsClient,
  doesNotApply,
  needsAnotherKey,
  linkedKeysDiffer,
  halfHybrid,
  unnamedHybrid,
  lockOut,
  migrationNeedsDenyLocal,
  googlePassword,
  passthroughPassword,
  keychainPassword,
  everyPasswordPasses,
  unknownSuccessCode,
  successCodesOfOneApp,
  scopeSeparators,
  openIdScope,
  scopeOfTheCheck,
  discoveryDocument,
  tenantInAddress,
  clearTextAddresses,
  privateAddresses,
  licenseDates,
  licenseInOneDomain,
  secrets,
  unnamedSecrets,
  placeholders,
  variablesOfNobody,
  copiedCharacters,
  clientIdWithSpaces,
  messageOfOneLine,
  fileVaultNeedsPrivacyProfile,
  scriptNeedsMechanism,
  reminderNeedsOfflineMfa,
  twoShortNames,
  twoPolicyTexts,
  oneTextList,
  escapedTwice,
  authorityNeedsTemplate,
  exportableKey,
  elevationOfAdministrators,
  elevationOfNoDuration,
  platformSso,
  oktaDesktopMfa,
  googleNeedsCertificate,
  separatePassword,
  unsetNewPassword,
  systemAccounts,
]

/** Rules that offer to copy a value, which they do with those only that no other rule finds wrong. */
const copying: readonly Rule[] = [linkedKeysDiffer, licenseInOneDomain, successCodesOfOneApp]

/** What an administrator should reconsider about the settings as a whole. */
export function advice(
  settings: Settings,
  { today, foreignPayloadTypes, foreign }: AdviceOptions = {},
): Issue[] {
  const context = contextOf(settings)
  const subject = {
    settings,
    context,
    today: today ?? new Date(),
    foreignPayloadTypes: foreignPayloadTypes ?? [],
    foreign: foreign ?? [],
  }
  const found = rules.map((rule) => (copying.includes(rule) ? [] : rule(subject)))
  const faults = faultsAmong(found.flat(), comparing)
  const all = rules.flatMap((rule, at) =>
    copying.includes(rule) ? rule({ ...subject, faults }) : (found[at] ?? []),
  )
  return asFarAsKnown(all, subject)
}
