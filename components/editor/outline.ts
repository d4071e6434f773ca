import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { PlistDict, PlistValue } from '@/lib/plist/value'
import { seenFrom } from '@/lib/products/context'
import { allKeys } from '@/lib/products/keys'

/** Names of keys with a choice of values: conditions ask for them. */
const choices = new Set(
  allKeys.filter(({ definition }) => definition.kind === 'choice').map(({ name }) => name),
)

const outlines = new WeakMap<PlistValue, string>()

/**
 * What decides which fields are shown: the provider, which keys are configured, and the values of switches and choices. A text that
 * stays the same while somebody types, so that typing does not lay the form out again.
 */
export function outlineOf(profile: ProfileStore): string {
  const known = outlines.get(profile.root) ?? outlineOfSettings(profile)
  outlines.set(profile.root, known)
  return `${[...profile.apart].join()}\n${known}`
}

function outlineOfSettings({ settings }: ProfileStore): string {
  const lines = [...settings].map(([domain, keys]) => `${domain}{${keysIn(keys)}}`)
  const providers = [...settings.keys()].map((domain) => seenFrom(settings, domain).provider)
  return [...providers, ...lines].join('\n')
}

const keysOf = new WeakMap<PlistDict, string>()

/** Of a dictionary that did not change, known already: a key press changes one. */
function keysIn(dict: PlistDict): string {
  const keys = keysOf.get(dict) ?? readKeys(dict)
  keysOf.set(dict, keys)
  return keys
}

function readKeys(dict: PlistDict): string {
  return dict.entries
    .map(({ key, value }) => {
      if (value.type === 'dict') {
        return `${key}{${keysIn(value)}}`
      }
      const decides = value.type === 'boolean' || (value.type === 'string' && choices.has(key))
      return decides ? `${key}=${value.value}` : key
    })
    .join()
}
