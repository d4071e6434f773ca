import { child } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { domainTitle, isAtLoginWindow, readerOf } from '../../products/domains'
import { isTemplate } from '../../schema/templates'
import { text } from '../payloads/build'
import { isLonePayload, textOf } from '../payloads/payload-keys'
import { type Check, holdersOf, setting } from './envelope'

/** Rules for the outer dictionary: https://developer.apple.com/documentation/devicemanagement/toplevel */
export const outerRules: { readonly [rule: string]: Check } = {
  'outer-payload-type': ({ outer, root }) =>
    outer.type === 'Configuration' || isLonePayload(root)
      ? []
      : [
          {
            severity: 'error',
            path: ['PayloadType'],
            message: `The PayloadType of a profile is “Configuration”, not ${outer.type ? `“${outer.type}”` : 'empty'}. MDM servers refuse such a file.`,
            repair: setting('Use “Configuration”', ['PayloadType'], text('Configuration')),
          },
        ],

  'payload-without-profile': ({ root }) =>
    isLonePayload(root)
      ? [
          {
            severity: 'error',
            path: [],
            message:
              'This is a payload without a profile around it. Export it as a configuration profile before you install it.',
          },
        ]
      : [],

  'payload-content': ({ root }) => {
    const content = child(root, 'PayloadContent')
    if (isLonePayload(root) || (content?.type === 'array' && content.items.length > 0)) {
      return []
    }
    return content && content.type !== 'array'
      ? [
          {
            severity: 'error',
            path: ['PayloadContent'],
            message: `The PayloadContent of a profile is an array of payloads, not a value of type ${content.type}.`,
          },
        ]
      : [
          {
            severity: 'advice',
            path: ['PayloadContent'],
            message: 'The profile holds no payload, so installing it changes nothing.',
          },
        ]
  },

  'payload-not-dictionary': ({ root }) => {
    const content = child(root, 'PayloadContent')
    return content?.type === 'array'
      ? content.items.flatMap((item, index) =>
          item.type === 'dict'
            ? []
            : [
                {
                  severity: 'error' as const,
                  path: ['PayloadContent', index],
                  message: `Entry ${index + 1} of PayloadContent is of type ${item.type}; a payload is a dictionary. Remove the entry.`,
                  repair: {
                    title: 'Remove the entry',
                    edits: [{ domain: null, path: ['PayloadContent', index], value: null }],
                  },
                },
              ],
        )
      : []
  },

  'display-name-missing': ({ root, places }) =>
    textOf(root, 'PayloadDisplayName').trim() || child(root, 'PayloadDisplayName')?.type
      ? []
      : [
          {
            severity: 'advice',
            path: ['PayloadDisplayName'],
            message:
              'The profile has no PayloadDisplayName, so people see only its identifier in System Settings. Name it.',
            repair: setting(
              'Name it after its settings',
              ['PayloadDisplayName'],
              text(domainTitle(places[0]?.domain ?? 'Configuration')),
            ),
          },
        ],

  'display-name-empty': (envelope) =>
    holdersOf(envelope)
      .filter(({ dict }) => isBlank(child(dict, 'PayloadDisplayName')))
      .map(({ path, type }) => {
        const at = [...path, 'PayloadDisplayName']
        const domain = path.length === 0 ? envelope.places[0]?.domain : type
        const holder = path.length === 0 ? 'the profile' : `the payload of type ${type || 'none'}`
        return {
          severity: 'advice',
          path: at,
          message: `The PayloadDisplayName of ${holder} is empty, so people see no name of it in System Settings. Name it.`,
          repair: setting('Name it after its settings', at, text(domainTitle(domain || 'Configuration'))),
        }
      }),

  'unknown-scope': ({ root, places }) => {
    const scope = child(root, 'PayloadScope')
    const known =
      scope?.type === 'string' && (/^(system|user)$/i.test(scope.value) || isTemplate(scope.value))
    const meant =
      places[0] === undefined
        ? ''
        : ` ${readerOf(places[0].domain)} settings are for the Mac as a whole: choose “System”.`
    return scope === undefined || known
      ? []
      : [
          {
            severity: 'error',
            path: ['PayloadScope'],
            message: `PayloadScope is “System” or “User”, and nothing else.${meant}`,
            ...(meant ? { repair: setting('Use “System”', ['PayloadScope'], text('System')) } : {}),
          },
        ]
  },

  'scope-not-system': ({ root, places }) => {
    const scope = textOf(root, 'PayloadScope').toLowerCase()
    const login = places.some(({ domain }) => isAtLoginWindow(domain))
    if (isLonePayload(root) || !login || (scope !== '' && scope !== 'user')) {
      return []
    }
    return [
      {
        severity: 'advice',
        path: ['PayloadScope'],
        message: `The login window runs before anybody signs in and reads settings of the Mac only, but PayloadScope is ${scope ? '“User”' : 'not set'}. Set it to “System”.`,
        repair: setting('Use “System”', ['PayloadScope'], text('System')),
      },
    ]
  },
}

const isBlank = (value: PlistValue | undefined) => value?.type === 'string' && value.value.trim() === ''
