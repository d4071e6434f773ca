import type { Edit } from '../../../api/issue'
import { encodeBase64 } from '../../../plist/base64'
import { equal } from '../../../plist/tree'
import type { PlistValue } from '../../../plist/value'
import { holds } from '../../../schema/condition'
import type { Condition } from '../../../schema/condition-type'
import { type KnownKey, keyWithId } from '../../../schema/keys'
import { isWritable, type Settings, settingAt } from '../../../schema/settings'
import { urlIn } from '../../../schema/web-address'
import { contextOf, providerNamed } from '../context'
import type { KeyId } from '../manifests/key-ids'
import { codeSpelled } from '../passwords/password-codes'
import { isGuid } from '../providers/identifiers'
import { menuBarSpellings } from '../providers/provider-options'

/** Keys of several domains that say the same thing, so that an administrator edits them as one. */
export type Link = {
  readonly id: string
  readonly title: string
  /** Ids of keys; the first is the one that is edited. */
  readonly keys: readonly KeyId[]
  /** Keys that belong to the link only while the condition holds. */
  readonly only?: { readonly [id in KeyId]?: Condition }
  /** How one key spells a value of the first key, where it spells it differently. */
  readonly spell?: { readonly [id in KeyId]?: { readonly [value: string]: string } }
  /** While it holds, different values are as they should be. */
  readonly mayDiffer?: Condition
  /** One sentence: what the keys share, and when they differ on purpose. */
  readonly explanation: string
}

export const links: readonly Link[] = [
  {
    id: 'provider',
    title: 'Identity provider',
    keys: ['login/OIDCProvider', 'connect/IdPSettings/Provider'],
    spell: { 'connect/IdPSettings/Provider': menuBarSpellings },
    explanation:
      'The login window and the menu bar app use the same identity provider. With Okta they may use different interfaces of it.',
  },
  {
    id: 'okta-domain',
    title: 'Okta domain',
    keys: ['login/AuthServer', 'connect/IdPSettings/OktaAuthServer'],
    explanation: 'The login window and the menu bar app ask the same Okta organization.',
  },
  {
    id: 'ropg-client',
    title: 'ROPG client ID',
    keys: ['login/OIDCROPGID', 'connect/IdPSettings/ROPGID'],
    explanation: 'Both apps check the password with the same registered application.',
  },
  {
    id: 'tenant',
    title: 'Tenant',
    keys: ['login/OIDCTenant', 'connect/IdPSettings/TenantID', 'login/ROPGTenant'],
    only: { 'login/ROPGTenant': { provider: ['EntraID'] } },
    explanation: 'One tenant for the sign-in, the password check at the login window, and the menu bar app.',
  },
  {
    id: 'discovery',
    title: 'Discovery URL',
    keys: ['login/OIDCDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'],
    mayDiffer: { key: 'com.jamf.connect.login:ROPGDiscoveryURL', configured: true },
    explanation:
      'The menu bar app uses the discovery document of the password check. It is that of the sign-in unless ROPGDiscoveryURL names another one.',
  },
  {
    id: 'secret',
    title: 'Client secret',
    keys: ['login/OIDCClientSecret', 'connect/IdPSettings/ClientSecret'],
    mayDiffer: { key: 'com.jamf.connect.login:ROPGClientSecret', configured: true },
    explanation:
      'The same application has the same secret in both apps, unless ROPGClientSecret gives the password check its own.',
  },
  {
    id: 'success-codes',
    title: 'Success codes',
    keys: ['login/ROPGSuccessCodes', 'connect/IdPSettings/SuccessCodes'],
    explanation: 'Both apps take the same error codes as proof that the password is right.',
  },
  {
    id: 'change-password',
    title: 'Change password URL',
    keys: ['login/ChangePasswordURL', 'connect/IdPSettings/ChangePasswordURL'],
    explanation: 'Both apps open the same page to change the password.',
  },
  {
    id: 'license',
    title: 'License',
    keys: ['login/LicenseFile', 'connect/LicenseFile'],
    explanation: 'The login window and the menu bar app each look for the license in their own settings.',
  },
]

/** The link that the key with this id belongs to. */
export function linkOf(id: KeyId): Link | undefined {
  return links.find(({ keys }) => keys.some((key) => key === id))
}

/** Whether the linked keys agree: all configured and the same, not the same, only some configured, or none. */
export function linkState(link: Link, settings: Settings): 'same' | 'different' | 'partly' | 'absent' {
  const values = members(link, settings).map((key) => comparable(key, settings))
  const configured = values.filter((value) => value !== undefined)
  const [first] = configured
  if (first === undefined) {
    return 'absent'
  }
  if (!configured.every((value) => equal(first, value))) {
    return 'different'
  }
  return configured.length === values.length ? 'same' : 'partly'
}

/**
 * The edits that give all linked keys one value, each in its own spelling; null removes them. With `settings`, keys of
 * a domain that the configuration does not have are left alone, and so are keys that do not apply, or that stand in
 * what is no dictionary.
 */
export function linkedEdits(link: Link, value: PlistValue | null, settings?: Settings): Edit[] {
  const keys =
    settings === undefined
      ? link.keys.filter((id) => link.only?.[id] === undefined).map(keyWithId)
      : members(link, settings).filter(({ domain, path }) => isWritable(settings, domain, path))
  return keys
    .filter((key) => key !== undefined)
    .map((key) => ({
      domain: key.domain,
      path: key.path,
      value: value === null ? null : spelled(link, key, value),
    }))
}

/** The keys of a link that take part with these settings. */
export function members(link: Link, settings: Settings): KnownKey[] {
  const context = contextOf(settings)
  return link.keys
    .map(keyWithId)
    .filter((key) => key !== undefined)
    .filter(({ id }) => {
      const only = link.only?.[id]
      return only === undefined || holds(only, context)
    })
}

/** A value of the first key of a link as `key` spells it. */
export function spelled(link: Link, key: KnownKey, value: PlistValue): PlistValue {
  const spelling = value.type === 'string' ? link.spell?.[key.id]?.[value.value] : undefined
  return spelling === undefined ? value : { type: 'string', value: spelling }
}

/** The value in a form in which equal means the same: the current name of a provider, a file as Base64 on one line, an Okta domain without https://. */
export function sharedValue(key: KnownKey, settings: Settings): PlistValue | undefined {
  const value = settingAt(settings, key.domain, key.path)
  if (key.definition.kind === 'choice' && value?.type === 'string') {
    return { type: 'string', value: providerNamed(value.value) ?? value.value }
  }
  if (key.definition.kind === 'file' && value?.type === 'string') {
    return { type: 'string', value: value.value.replace(/\s/g, '') }
  }
  if (linkOf(key.id)?.id === 'okta-domain' && value?.type === 'string') {
    return { type: 'string', value: plainHost(value.value) }
  }
  return value?.type === 'data' ? { type: 'string', value: encodeBase64(value.value) } : value
}

/**
 * The value in a form in which equal means that the provider takes both for one: identifiers and hosts know no capital
 * letters, addresses name the port that https has anyway or do not, and success codes have no order.
 */
export function comparable(key: KnownKey, settings: Settings): PlistValue | undefined {
  const value = sharedValue(key, settings)
  const link = linkOf(key.id)?.id ?? ''
  if (link === 'success-codes' && value?.type === 'array') {
    const codes = value.items.map((item) => (item.type === 'string' ? codeSpelled(item.value) : ''))
    return {
      type: 'array',
      items: [...new Set(codes)].sort().map((code) => ({ type: 'string', value: code })),
    }
  }
  // A space around a value is told by itself; meant is what stands between.
  const form = FORMS[link] ?? ((text: string) => text)
  return value?.type === 'string' ? { type: 'string', value: form(value.value.trim()) } : value
}

const FORMS: { readonly [link: string]: (text: string) => string } = {
  'ropg-client': (text) => (isGuid(text) ? text.toLowerCase() : text),
  tenant: plainHost,
  discovery: plainAddress,
  'change-password': plainAddress,
}

function plainAddress(text: string): string {
  return urlIn(text.trim())?.href ?? text
}

/**
 * A host as Jamf Connect asks it: https:// in front is allowed and not needed, and hosts know no capital letters.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Menu_Bar_Authentication_Settings
 */
function plainHost(text: string): string {
  const host = text
    .trim()
    .replace(/^https:\/\//i, '')
    .replace(/\/+$/, '')
    .replace(/:443$/, '')
  return /^[^/]+$/.test(host) ? host.toLowerCase() : text
}
