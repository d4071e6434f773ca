import { child, equal, valueAt } from '../../plist/tree'
import { text } from '../build'
import { meantDomain } from '../domains'
import { MANAGED_PREFERENCES } from '../payload-keys'
import { managedDomains, type SettingsPlace, settingsAt } from '../shapes'
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
    const forced = places.filter(({ state }) => state !== 'Set-Once')
    return forced.flatMap((place, index) =>
      settingsAt(root, place).entries.flatMap(({ key, value }): Found[] => {
        const rival = forced
          .slice(0, index)
          .find((earlier) => earlier.domain === place.domain && differs(root, earlier, key, value))
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

  'empty-payload': ({ root, places, payloads }) =>
    payloads.flatMap((payload): Found[] => {
      const own = places.filter(({ payloadPath }) => payloadPath.join('\n') === payload.path.join('\n'))
      const empty = own.length > 0 && own.every((place) => settingsAt(root, place).entries.length === 0)
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
    }),
}

function differs(
  root: Parameters<Check>[0]['root'],
  place: SettingsPlace,
  key: string,
  value: Parameters<typeof equal>[0],
): boolean {
  const other = child(settingsAt(root, place), key)
  return other !== undefined && !equal(other, value)
}

function misspelt(name: string, meant: string, path: Found['path'], repair: Found['repair']): Found {
  return {
    severity: 'error',
    path,
    message: `The preference domain “${name}” is misspelt: Jamf Connect reads ${meant}. These settings have no effect.`,
    ...(repair ? { repair } : {}),
  }
}
