import type { Condition } from '../../../schema/condition-type'
import type { KnownKey } from '../../../schema/keys'
import { mayHold } from '../../../schema/possible'
import { nameOfPath } from '../../../schema/words'
import { type JamfContext, seenFrom } from '../context'
import { inWords, providerInWords } from '../in-words'
import { findKey } from '../keys'
import type { KeyName } from '../manifests/key-ids'
import type { ProviderId } from '../providers/provider-rows'
import { configuredKeys } from './looked-up'
import { removal } from './move'
import { advise, type Rule, type Subject } from './rule'

/** Keys that Jamf Connect does not heed with this provider, or while another key is as it is. */
export const doesNotApply: Rule = (subject) => {
  // A dictionary has no effect of its own, and the keys inside a list that does not apply go with the list.
  const outer = configuredKeys(subject).filter(
    ({ key }) => !isDictionary(key) && !(key.path.includes('[]') && listIsIdle(key, subject)),
  )
  return outer.flatMap(({ key, path }) => {
    const { appliesWhen } = key
    const context = seenFrom(subject.context, key.domain, path)
    if (appliesWhen === undefined || (context.provider === null && asksProvider(appliesWhen))) {
      return []
    }
    const place = { domain: key.domain, path }
    return mayHold(appliesWhen, context)
      ? []
      : [
          advise(
            'not-applicable',
            place,
            message(key, nameOfPath(path), appliesWhen, context),
            removal(place),
          ),
        ]
  })
}

function message(key: KnownKey, name: string, appliesWhen: Condition, context: JamfContext): string {
  const { provider } = context
  if (provider === null || !asksProvider(appliesWhen) || providerFits(appliesWhen, provider)) {
    return `${name} has no effect ${inWords({ not: appliesWhen }).replace(/^when/, 'while')}.`
  }
  const why = reasons[provider]?.(key)
  return why === undefined
    ? `${name} has no effect with ${providerInWords(provider)}: Jamf Connect reads it only ${inWords(appliesWhen)}.`
    : `${name} has no effect with ${providerInWords(provider)}: ${why}`
}

/** Why whole families of keys do not apply, where that says more than the condition. */
const reasons: { readonly [P in ProviderId]?: (key: KnownKey) => string | undefined } = {
  GoogleID: ({ name }) =>
    ROLE_KEYS.includes(name)
      ? `Google puts no roles into the ID token, so every user gets the same rights.${name === ('UserPromotionRole' satisfies KeyName) ? '' : ' CreateAdminUser decides which.'}`
      : /ROPG|^SuccessCodes$|^TenantID$/.test(name)
        ? 'Google has no password check for Jamf Connect at this place.'
        : undefined,
  Okta: ({ name }) =>
    /^OIDC|^ROPG|^DiscoveryURL|^TenantID|^Scopes|^ClientSecret/.test(name)
      ? 'with the Authentication API, Jamf Connect asks Okta for the password itself and uses no OpenID Connect, except for the client IDs of user roles.'
      : undefined,
}

const ROLE_KEYS: readonly string[] = [
  'OIDCAdmin',
  'OIDCAdminAttribute',
  'OIDCSecondaryAccess',
  'UserPromotionRole',
] satisfies readonly KeyName[]

/** Whether the list that the key is inside of does not apply itself. */
function listIsIdle(key: KnownKey, { context }: Subject): boolean {
  const list = findKey(key.domain, key.path.slice(0, key.path.indexOf('[]')))
  const seen = seenFrom(context, key.domain)
  return list?.appliesWhen !== undefined && seen.provider !== null && !mayHold(list.appliesWhen, seen)
}

function isDictionary({ definition }: KnownKey): boolean {
  return definition.kind === 'dictionary'
}

function asksProvider(condition: Condition): boolean {
  if (condition === 'always') {
    return false
  }
  if ('provider' in condition) {
    return true
  }
  if ('not' in condition) {
    return asksProvider(condition.not)
  }
  return ('all' in condition ? condition.all : 'any' in condition ? condition.any : []).some(asksProvider)
}

/** Whether it is not the provider that keeps a condition with several parts from holding. */
export function providerFits(condition: Condition, provider: ProviderId): boolean {
  if (condition === 'always') {
    return true
  }
  if ('provider' in condition) {
    return condition.provider.includes(provider)
  }
  return 'all' in condition
    ? condition.all.every((part) => providerFits(part, provider))
    : !asksProvider(condition)
}
