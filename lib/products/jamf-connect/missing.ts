import type { Repair } from '../../api/issue'
import { valueAt } from '../../plist/tree'
import type { PlistDict } from '../../plist/value'
import { type Faults, isFaulted } from '../../schema/faults'
import type { KnownKey } from '../../schema/keys'
import type { Demands, Role } from '../../schema/rules'
import type { Settings } from '../../schema/settings'
import { nameOfPath } from '../../schema/words'
import { contextOf, type JamfContext, seenFrom } from './context'
import { isJamfKey, type JamfKey, keyWithId } from './keys'
import { linkedEdits, linkOf, sharedValue } from './links/linked'
import { belongTogether } from './links/sides'
import { isSound, suits } from './links/sound'
import type { KeyId, LoginPath } from './manifests/key-ids'
import { passwordProviderBehind } from './providers/provider-behind'
import { fieldsWithoutProvider, providers } from './providers/providers'
import { traitsOf } from './providers/vendors'

/** What Jamf Connect's keys ask for when they are missing. */
export const demands: Demands = {
  roleOf: (root, domain, settings) => roleOf(root, domain, contextOf(settings)),
  isFirst: ({ id }) => (fieldsWithoutProvider as readonly string[]).includes(id),
  isNeedless: (key, settings) => isJamfKey(key) && isNeedless(key, seenFrom(contextOf(settings), key.domain)),
  whenUnclear: (name) =>
    `${name} is not configured here. That is as it should be when this profile only adds settings to another one; otherwise choose the identity provider.`,
  repairFor,
}

/** Keys that a provider asks for only with multifactor authentication, of which the settings tell nothing. */
const WITH_MFA: readonly string[] = [
  'login/ROPGSuccessCodes',
  'connect/IdPSettings/SuccessCodes',
] satisfies readonly KeyId[]

/** Whether nothing shows that the key is missing: no password grant to use it with, or no second factor. */
function isNeedless({ id }: JamfKey, seen: JamfContext): boolean {
  const noGrant = () => traitsOf(passwordProviderBehind(seen))?.passwordGrant === 'none'
  return WITH_MFA.includes(id) || (id === 'login/OIDCROPGID' && noGrant())
}

/** Keys that organizations deliver in small profiles of their own, beside the one with the identity provider. */
const COMPANION_KEYS: readonly string[] = [
  'LicenseFile',
  'EnrollmentUserName',
  'EnrollmentRealName',
] satisfies readonly LoginPath[]

/** Keys that a profile may bring to another one, and that say nothing of which application of which provider is meant. */
const OF_NO_APPLICATION: readonly string[] = [
  'login/OIDCScopes',
  'login/OIDCNewPassword',
  'login/OIDCRedirectURI',
  'login/ROPGSuccessCodes',
  'connect/IdPSettings/SuccessCodes',
] satisfies readonly KeyId[]

/** Whether the settings of a domain may only add to those of another profile, which names the identity provider. */
export function addsOnly(domain: string, context: JamfContext): boolean {
  const root = context.settings.get(domain)
  return root !== undefined && roleOf(root, domain, context) === 'unclear'
}

/** Whether settings have to name an identity provider, only accompany settings that do, or could be either. */
function roleOf(root: PlistDict, domain: string, { provider }: JamfContext): Role {
  if (root.entries.length > 0 && root.entries.every(({ key }) => COMPANION_KEYS.includes(key))) {
    return 'companion'
  }
  const main = [...fieldsWithoutProvider, ...providers.flatMap(({ requiredFields }) => requiredFields)]
    .filter((id) => !OF_NO_APPLICATION.includes(id))
    .map(keyWithId)
    .filter((key) => key !== undefined)
    .filter((key) => key.domain === domain)
  const silent = main.every(({ path }) => valueAt(root, path) === undefined)
  return root.entries.length > 0 && silent && provider === null ? 'unclear' : 'main'
}

/** A linked key of the other domain tells the value, where it holds one that this key could have. */
function repairFor(key: KnownKey, settings: Settings, faults: Faults): Repair | undefined {
  const context = contextOf(settings)
  const link = linkOf(key.id)
  if (link === undefined || !isJamfKey(key)) {
    return undefined
  }
  for (const id of link.keys.filter((each) => each !== key.id)) {
    const other = keyWithId(id)
    const value = other === undefined ? undefined : sharedValue(other, context.settings)
    if (
      other !== undefined &&
      value !== undefined &&
      belongTogether(key, other, context) &&
      isSound(other, value, seenFrom(context, other.domain)) &&
      suits(key, value, seenFrom(context, key.domain)) &&
      !isFaulted(faults, other)
    ) {
      const own = linkedEdits(link, value, context.settings).filter(
        ({ domain, path }) => domain === key.domain && nameOfPath(path) === nameOfPath(key.path),
      )
      return own.length === 0
        ? undefined
        : { title: `Use the value of ${nameOfPath(other.path)}`, edits: own }
    }
  }
  return undefined
}
