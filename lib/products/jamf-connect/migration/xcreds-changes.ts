import { valueAt } from '../../../plist/tree'
import type { PlistDict, PlistEntry, PlistValue } from '../../../plist/value'
import type { KeyId } from '../manifests/key-ids'
import { guidIn } from '../providers/guid'
import { vendorAt } from '../providers/vendors'
import type { Change, Changed, Written } from './ancestor'
import { becomes, numberIn, text, whole } from './changes'
import { fitted } from './fit'

/** Where XCreds looks for the provider; today the provider itself is a setting. */
export const addressChange: Change = (value) => {
  const address = value.type === 'string' ? value.value : ''
  const vendor = vendorAt(address)
  const provider = (id: string): Written => ({ key: 'login/OIDCProvider', value: text(id), how: 'set' })
  if (vendor === 'EntraID') {
    return ofEntra(address, provider(vendor))
  }
  if (vendor === 'GoogleID') {
    return {
      writes: [provider(vendor)],
      why: 'OIDCProvider names Google today, and its address follows from that.',
    }
  }
  const discovery: Written = { key: 'login/OIDCDiscoveryURL', value, how: 'set' }
  return vendor === 'Okta-OIDC'
    ? {
        writes: [discovery],
        why: 'Jamf Connect knows Okta by three values of OIDCProvider: choose one, and write AuthServer where it asks for it.',
      }
    : {
        writes: [provider('Custom'), discovery],
        why: 'A provider that is known by its address only is Custom today.',
      }
}

function ofEntra(address: string, provider: Written): Changed {
  const tenant = guidIn(address)
  return tenant === undefined
    ? {
        writes: [provider],
        why: 'OIDCProvider names Microsoft Entra ID today. The address names no tenant: write OIDCTenant where the application is for one tenant.',
      }
    : {
        writes: [provider, { key: 'login/OIDCTenant', value: text(tenant), how: 'set' }],
        why: 'OIDCProvider names Microsoft Entra ID today, and the address follows from OIDCTenant.',
      }
}

/** Jamf Connect takes any address that is registered for the application; that of XCreds is for XCreds. */
export const redirectChange: Change = (value) =>
  value.type === 'string' && /^https?:/i.test(value.value.trim())
    ? becomes(
        'login/OIDCRedirectURI',
        value,
        'Jamf Connect takes the address that is registered for the application, whatever it is.',
      )
    : {
        refused:
          'This address is for XCreds: register https://127.0.0.1/jamfconnect for the application, and write it as OIDCRedirectURI.',
      }

/** Scopes stand between plus signs today. */
export const scopesChange: Change = (value) =>
  value.type === 'string'
    ? becomes(
        'login/OIDCScopes',
        text(
          value.value
            .trim()
            .split(/[\s+]+/)
            .join('+'),
        ),
        'Scopes are parted by + today, as Jamf writes them. Jamf Connect does not ask for offline_access: leave it out if the provider refuses it.',
      )
    : { refused: 'The value is no text.' }

/** XCreds looks for groups in the claim "groups". */
export const groupsChange: Change = (value) => ({
  writes: [
    { key: 'login/OIDCAdmin', value, how: 'set' },
    { key: 'login/OIDCAdminAttribute', value: text('groups'), how: 'set' },
  ],
  why: 'OIDCAdmin says which roles make an administrator, and OIDCAdminAttribute where they stand; XCreds looks into the claim "groups".',
})

const INTERVAL = 'NetworkCheck counts minutes; the hours and minutes of XCreds are added up.'

/** Hours and minutes become minutes. XCreds waits 3 hours where none are set. */
export const hoursChange: Change = (value, settings) =>
  interval(numberIn(value), numberIn(valueAt(settings, ['refreshRateMinutes'])) ?? 0)

/** The same, seen from the minutes. */
export const minutesChange: Change = (value, settings) => interval(hoursIn(settings), numberIn(value))

function hoursIn(settings: PlistDict): number | null {
  const value: PlistValue | undefined = valueAt(settings, ['refreshRateHours'])
  return value === undefined ? 3 : numberIn(value)
}

function interval(hours: number | null, minutes: number | null): ReturnType<Change> {
  return hours === null || minutes === null
    ? { refused: 'The values are no numbers.' }
    : becomes('connect/PasswordPolicies/NetworkCheck', whole(hours * 60 + minutes), INTERVAL)
}

const SHARE_KEYS: { readonly [name: string]: KeyId } = {
  Name: 'shares/Shares/[]/Name',
  URL: 'shares/Shares/[]/URL',
  Groups: 'shares/Shares/[]/Groups',
  ConnectedOnly: 'shares/Shares/[]/ConnectedOnly',
  AutoMount: 'shares/Shares/[]/AutoMount',
}

/** Shares have the same keys in both; a list with others is for somebody to look at. */
export const sharesChange: Change = (value) => {
  const items = value.type === 'array' ? value.items.map(shareOf) : [null]
  return items.includes(null)
    ? {
        refused:
          'The key for this is Shares in com.jamf.connect.shares, which does not know all that stands here: write them yourself.',
      }
    : becomes(
        'shares/Shares',
        { type: 'array', items: items.flatMap((item) => item ?? []) },
        'Shares have a domain of their own today, com.jamf.connect.shares, and the same keys in it.',
      )
}

function shareOf(value: PlistValue): PlistDict | null {
  const entries = value.type === 'dict' ? value.entries.map(shareEntry) : [null]
  return entries.includes(null) ? null : { type: 'dict', entries: entries.flatMap((entry) => entry ?? []) }
}

function shareEntry(entry: PlistEntry): PlistEntry | null {
  const id = Object.hasOwn(SHARE_KEYS, entry.key) ? SHARE_KEYS[entry.key] : undefined
  const fit = id === undefined ? null : fitted(id, entry.value)
  return fit === null ? null : { key: entry.key, value: fit.value }
}
