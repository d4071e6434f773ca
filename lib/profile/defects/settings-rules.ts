import { equal, valueAt } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { meantDomain, readerOf } from '../../products/domains'
import { text } from '../payloads/build'
import { MANAGED_PREFERENCES } from '../payloads/payload-keys'
import { managedDomains, settingsAt } from '../payloads/shapes'
import { type Check, type Found, named, renaming, setting } from './envelope'

/** Rules for the settings of Jamf Connect as the profile holds them, whatever their values. */
export const settingsRules: { readonly [rule: string]: Check } = {
  'misspelt-domain': ({ root, payloads }) =>
    payloads.flatMap((payload): Found[] => {
      const meant = meantDomain(payload.type)
      const path = [...payload.path, 'PayloadType']
      const direct: Found[] = meant
        ? [misspelt(payload.type, meant, path, setting(`Use ${meant}`, path, text(meant)))]
        : []
      const inside = payload.type === MANAGED_PREFERENCES ? managedDomains(payload) : []
      return [
        ...direct,
        ...inside.flatMap(({ domain, path: at, states }): Found[] => {
          const right = meantDomain(domain)
          const taken = right && valueAt(root, [...at.slice(0, -1), right]) !== undefined
          return right
            ? [misspelt(domain, right, at, taken ? undefined : renaming(`Use ${right}`, at, right, states))]
            : []
        }),
      ]
    }),

  'conflicting-settings': ({ root, places }) => {
    const all = places.filter(({ state }) => state !== 'Set-Once')
    const counts = new Map<string, number>()
    for (const { domain } of all) {
      counts.set(domain, (counts.get(domain) ?? 0) + 1)
    }
    const forced = all.filter(({ domain }) => (counts.get(domain) ?? 0) > 1)
    const isConflict = conflictFinder()
    return forced.flatMap((place) =>
      settingsAt(root, place).entries.flatMap(({ key, value }): Found[] => {
        const rival = isConflict(`${place.domain}\n${key}`, value)
        const path = [...place.path, key]
        return rival
          ? [
              {
                severity: 'error',
                path,
                message: `Two payloads force ${key} of ${place.domain} with different values, and nobody can say which one the Mac takes. Keep one.`,
                repair: {
                  title: 'Keep the first value',
                  edits: [{ domain: null, path, value: null }],
                },
              },
            ]
          : []
      }),
    )
  },

  'empty-payload': ({ root, places, payloads }) => {
    const isConfigured = new Map<string, boolean>()
    for (const place of places) {
      const payload = place.payloadPath.join('\n')
      const holdsSettings = settingsAt(root, place).entries.length > 0
      isConfigured.set(payload, holdsSettings || isConfigured.get(payload) === true)
    }
    return payloads.flatMap((payload): Found[] => {
      const empty = isConfigured.get(payload.path.join('\n')) === false
      return empty
        ? [
            {
              severity: 'advice',
              path: payload.path,
              message: `${named(payload)} holds no settings any more. Remove it, or configure a key.`,
              ...(payload.path.length > 0
                ? {
                    repair: {
                      title: 'Remove the payload',
                      edits: [{ domain: null, path: payload.path, value: null }],
                    },
                  }
                : {}),
            },
          ]
        : []
    })
  },
}

/**
 * Tells, value by value in the order of the file, whether an earlier one under the same name differs. Two different
 * values are enough to remember: any third differs from one of them.
 */
function conflictFinder(): (name: string, value: PlistValue) => boolean {
  const seen = new Map<string, PlistValue[]>()
  return (name, value) => {
    const earlier = seen.get(name) ?? []
    const differs = earlier.some((other) => !equal(other, value))
    if (earlier.length === 0 || (differs && earlier.length === 1)) {
      seen.set(name, [...earlier, value])
    }
    return differs
  }
}

function misspelt(name: string, meant: string, path: Found['path'], repair: Found['repair']): Found {
  return {
    severity: 'error',
    path,
    message: `The preference domain “${name}” is misspelt: ${readerOf(meant)} reads ${meant}. These settings have no effect.`,
    ...(repair ? { repair } : {}),
  }
}
