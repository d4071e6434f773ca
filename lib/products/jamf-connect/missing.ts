import type { Issue, Repair } from '../../api/issue'
import { valueAt } from '../../plist/tree'
import type { PlistDict, PlistPath } from '../../plist/value'
import { holdingPart, holds, inWords } from '../../schema/condition'
import type { Condition } from '../../schema/condition-type'
import { type Faults, isFaulted } from '../../schema/faults'
import { allKeys, type KnownKey, keyWithId } from '../../schema/keys'
import { type Context, settingAt } from '../../schema/settings'
import { nameOfPath } from '../../schema/words'
import { seenFrom } from './context'
import { linkedEdits, linkOf, sharedValue } from './links/links'
import { belongTogether } from './links/sides'
import { isSound, suits } from './links/sound'
import type { KeyId, LoginPath } from './manifests/key-ids'
import { fieldsWithoutProvider, providers } from './providers/providers'
import { passwordProviderBehind, traitsOf } from './providers/vendors'

const demanding = allKeys.filter(({ definition }) => definition.required ?? definition.recommended)

/**
 * The keys of one domain that are required or recommended and not configured. With what is wrong with other values, none
 * of those is offered.
 */
export function missingKeys(domain: string, root: PlistDict, context: Context, faults: Faults = []): Issue[] {
  const role = roleOf(root, domain, context)
  return role === 'companion'
    ? []
    : demanding
        .filter((key) => key.domain === domain)
        .filter((key) => role === 'main' || fieldsWithoutProvider.includes(key.id) || key.path.includes('[]'))
        .flatMap((key) =>
          placesOf(key, root).flatMap((path) =>
            missing(key, path, context, { unclear: role === 'unclear', faults }),
          ),
        )
}

function missing(
  key: KnownKey,
  path: PlistPath,
  context: Context,
  { unclear, faults }: { readonly unclear: boolean; readonly faults: Faults },
): Issue[] {
  const value = settingAt(context.settings, key.domain, path)
  const empty = value?.type === 'string' && value.value.trim() === ''
  if (value !== undefined && !empty) {
    return []
  }
  const { required, recommended } = key.definition
  const seen = seenFrom(context, key.domain, path)
  if (isNeedless(key, seen)) {
    return []
  }
  const needed = required !== undefined && holds(required, seen)
  const wise = recommended !== undefined && holds(recommended, seen) && !empty
  const condition = needed ? required : wise ? recommended : undefined
  if (condition === undefined) {
    return []
  }
  const severity = needed && !unclear ? ('error' as const) : ('advice' as const)
  const rule = needed ? 'required-key' : 'recommended-key'
  const reason = holdingPart(condition, seen)
  const message = unclear && needed ? unclearMessage(path) : sentence(path, needed, empty, reason)
  return [{ severity, domain: key.domain, path, rule, message, ...repairFrom(key, context, faults) }]
}

/** Keys that a provider asks for only with multifactor authentication, of which the settings tell nothing. */
const WITH_MFA: readonly string[] = [
  'login/ROPGSuccessCodes',
  'connect/IdPSettings/SuccessCodes',
] satisfies readonly KeyId[]

/** Whether nothing shows that the key is missing: no password grant to use it with, or no second factor. */
function isNeedless({ id }: KnownKey, seen: Context): boolean {
  const noGrant = () => traitsOf(passwordProviderBehind(seen))?.passwordGrant === 'none'
  return WITH_MFA.includes(id) || (id === 'login/OIDCROPGID' && noGrant())
}

function sentence(path: PlistPath, needed: boolean, empty: boolean, reason: Condition): string {
  const name = nameOfPath(path)
  const state = empty ? 'is empty' : 'is not configured'
  const verb = needed ? 'Jamf Connect needs it' : 'It is recommended'
  const inList = path.some((step) => typeof step === 'number')
  const when = reason === 'always' ? (inList ? ' in every entry' : '') : ` ${inWords(reason)}`
  return `${name} ${state}. ${verb}${when}.`
}

function unclearMessage(path: PlistPath): string {
  const name = nameOfPath(path)
  return `${name} is not configured here. That is as it should be when this profile only adds settings to another one; otherwise choose the identity provider.`
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
export function addsOnly(domain: string, context: Context): boolean {
  const root = context.settings.get(domain)
  return root !== undefined && roleOf(root, domain, context) === 'unclear'
}

/** Whether the settings of a domain are such as organizations deliver beside those with the identity provider. */
export function accompaniesOnly(domain: string, context: Context): boolean {
  const root = context.settings.get(domain)
  return root !== undefined && roleOf(root, domain, context) === 'companion'
}

/** Whether settings have to name an identity provider, only accompany settings that do, or could be either. */
function roleOf(root: PlistDict, domain: string, { provider }: Context): 'main' | 'companion' | 'unclear' {
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

/** Where the key would stand: once, or once in each element of a list; nowhere while a dictionary around it is absent or none. */
function placesOf(key: KnownKey, root: PlistDict): PlistPath[] {
  const depth = key.section.dictionary === undefined ? 0 : 1
  let places: PlistPath[] = [[]]
  for (const [index, step] of key.path.entries()) {
    places = places.flatMap((place) => {
      const here = valueAt(root, place)
      if (step === '[]') {
        return here?.type === 'array' ? here.items.map((_, at) => [...place, at]) : []
      }
      const makes = here === undefined && index <= depth
      return here?.type === 'dict' || makes ? [[...place, step]] : []
    })
  }
  return places
}

/** A linked key of the other domain tells the value, where it holds one that this key could have. */
function repairFrom(key: KnownKey, context: Context, faults: Faults): { repair?: Repair } {
  const link = linkOf(key.id)
  if (link === undefined) {
    return {}
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
        ? {}
        : { repair: { title: `Use the value of ${nameOfPath(other.path)}`, edits: own } }
    }
  }
  return {}
}
