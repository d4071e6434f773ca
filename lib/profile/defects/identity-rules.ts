import type { PlistPath } from '../../plist/value'
import { codePoint, hiddenIn, withoutHidden } from '../../schema/hidden-text'
import { isTemplate } from '../../schema/templates'
import { text } from '../payloads/build'
import { type Payload, textOf } from '../payloads/payload-keys'
import { isPlaceholderUuid, isUuid } from '../uuid'
import { type Check, type Envelope, type Found, holdersOf, named, setting } from './envelope'

/** Rules for identifiers and UUIDs; on an update macOS compares both. */
export const identityRules: { readonly [rule: string]: Check } = {
  'payload-uuid-missing': (envelope) =>
    holdersOf(envelope)
      .filter(({ dict }) => uuidOf(dict).trim() === '')
      .map((holder) =>
        newUuidFor(envelope, holder, 'error', 'has no PayloadUUID, which every payload needs'),
      ),

  'payload-uuid-form': (envelope) =>
    holdersOf(envelope)
      .filter(({ dict }) => uuidOf(dict).trim() !== '' && !isUuid(uuidOf(dict)) && !isTemplate(uuidOf(dict)))
      .map((holder) =>
        newUuidFor(
          envelope,
          holder,
          'advice',
          `has the PayloadUUID “${uuidOf(holder.dict)}”, which is no UUID`,
        ),
      ),

  'placeholder-uuid': (envelope) =>
    holdersOf(envelope)
      .filter(({ dict }) => isPlaceholderUuid(uuidOf(dict)))
      .map((holder) =>
        newUuidFor(
          envelope,
          holder,
          'advice',
          'has a made-up PayloadUUID that other profiles may have as well',
        ),
      ),

  'duplicate-payload-uuid': (envelope) =>
    repeated(holdersOf(envelope), ({ dict }) => uuidOf(dict).toUpperCase()).map((holder) =>
      newUuidFor(envelope, holder, 'error', 'has the same PayloadUUID as another one in the profile'),
    ),

  'identifier-hidden-character': (envelope) =>
    holdersOf(envelope).flatMap((holder): Found[] => {
      const identifier = identifierOf(holder.dict)
      const meant = withoutHidden(identifier.replaceAll(/\p{Cc}/gu, ''))
      const path = [...holder.path, 'PayloadIdentifier']
      const [hidden = ' '] = [hiddenIn(identifier) ?? /\p{Cc}/u.exec(identifier)?.[0]]
      return meant === identifier || meant === ''
        ? []
        : [
            {
              severity: 'error',
              path,
              message: `${named(holder)} has a PayloadIdentifier with a character that cannot be told by eye (${codePoint(hidden)}). By the identifier a Mac tells an update from another profile, and this one is another. Write it without.`,
              repair: setting('Write it without hidden characters', path, text(meant)),
            },
          ]
    }),

  'duplicate-payload-identifier': ({ payloads, newUuid }) =>
    repeated(payloads, ({ dict }) => identifierOf(dict)).map((payload) => {
      const path = [...payload.path, 'PayloadIdentifier']
      const before = identifierOf(payload.dict)
      return {
        severity: 'error',
        path,
        message: `${named(payload)} has the same PayloadIdentifier as another payload (“${before}”). Each needs its own.`,
        repair: setting(
          'Use a new identifier',
          path,
          text(isUuid(before) ? newUuid() : `${before}.${newUuid()}`),
        ),
      }
    }),

  'identifier-of-profile': ({ outer, payloads, newUuid }) =>
    payloads
      .filter(
        ({ path, dict }) =>
          path.length > 0 &&
          !isUuid(identifierOf(dict)) &&
          !isTemplate(identifierOf(dict)) &&
          sameIdentifier(outer, dict),
      )
      .map((payload) => {
        const path = [...payload.path, 'PayloadIdentifier']
        return {
          severity: 'advice',
          path,
          message: `${named(payload)} has the PayloadIdentifier of the profile itself. Give the payload its own.`,
          repair: setting('Use a new identifier', path, text(`${identifierOf(payload.dict)}.${newUuid()}`)),
        }
      }),

  'identifier-form': ({ outer, payloads }) => {
    const identifier = identifierOf(outer.dict).trim()
    const alone = payloads.some(({ path }) => path.length === 0)
    const readable = /^[^\s.]+(\.[^\s.]+)+$/.test(identifier)
    const known = identifier !== '' && !isTemplate(identifier)
    return alone || !known || isUuid(identifier) || (readable && ASCII.test(identifier))
      ? []
      : [
          {
            severity: 'advice',
            path: ['PayloadIdentifier'],
            message: `The PayloadIdentifier “${identifier}” is no reverse domain name such as com.example.jamf-connect, ${
              readable
                ? 'which has ASCII characters only. Apple asks for that style; what a Mac or an MDM makes of others is not documented.'
                : 'the style that Apple asks for. Another profile may have it too, and would be replaced.'
            }`,
          },
        ]
  },
}

const ASCII = /^[!-~]+$/
const uuidOf = (dict: Payload['dict']) => textOf(dict, 'PayloadUUID')
const identifierOf = (dict: Payload['dict']) => textOf(dict, 'PayloadIdentifier')
const sameIdentifier = (outer: Payload, dict: Payload['dict']) =>
  identifierOf(dict) !== '' && identifierOf(dict) === identifierOf(outer.dict)

/** Those whose mark one before them has already; what fills in a variable may give each its own. */
function repeated(holders: readonly Payload[], mark: (holder: Payload) => string): Payload[] {
  const seen = new Set<string>()
  return holders.filter((holder) => {
    const own = mark(holder)
    const again = own !== '' && !isTemplate(own) && seen.has(own)
    seen.add(own)
    return again
  })
}

function newUuidFor(envelope: Envelope, holder: Payload, severity: Found['severity'], what: string): Found {
  const path: PlistPath = [...holder.path, 'PayloadUUID']
  return {
    severity,
    path,
    message: `${named(holder)} ${what}. Use a new one.`,
    repair: setting('Use a new UUID', path, text(envelope.newUuid())),
  }
}
