import { isTemplate } from '../templates'
import { nameOfPath } from '../words'
import { advise, login, type Place, type Rule, refuse, repair, type Subject, text, textOf } from './rule'
import { configuredKeys } from './walk'
import { isListOfNames } from './written-values'

/** What cannot be seen or looks like a space (U+00A0, U+202F). Joiners (U+200C, U+200D) stay: some scripts need them. */
const HIDDEN = /[\u00a0\u00ad\u180e\u200b\u200e\u200f\u202a-\u202f\u2060-\u2064\u2066-\u206f\ufeff]/

/** Space around an identifier or a name, and characters in it that nobody sees: copied along, they belong to the value. */
export const copiedCharacters: Rule = (subject) =>
  identifiers(subject).flatMap(({ place, value, exact }) => {
    const meant = value
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(new RegExp(HIDDEN, 'g'), '')
      .trim()
    if (meant === value || meant === '' || isTemplate(value)) {
      return []
    }
    const name = nameOfPath(place.path)
    const [hidden] = HIDDEN.exec(value) ?? []
    const say = exact ? refuse : advise
    return hidden === undefined
      ? [
          say(
            'surrounding-space',
            place,
            `${name} begins or ends with a space or line break, which becomes part of the value. Remove it.`,
            repair('Remove the space', [place, text(meant)]),
          ),
        ]
      : [
          say(
            'hidden-character',
            place,
            `${name} holds a character that cannot be told by eye (${codePoint(hidden)}). It comes with copying and becomes part of the value, which is then another one for the provider.`,
            repair('Write it without hidden characters', [place, text(meant)]),
          ),
        ]
  })

type Identifier = { readonly place: Place; readonly value: string; readonly exact: boolean }

/**
 * Texts that have to be exactly what the provider or the Mac has. `exact` are identifiers, of which no provider gives
 * one with white space at its ends; secrets and the elements of lists of names may be somebody's own.
 */
function identifiers(subject: Subject): Identifier[] {
  return configuredKeys(subject).flatMap(({ key, path, value }) => {
    const { definition, domain, name } = key
    if (value.type === 'array' && isListOfNames(name)) {
      return value.items.flatMap((item, index) =>
        item.type === 'string'
          ? [{ place: { domain, path: [...path, index] }, value: item.value, exact: false }]
          : [],
      )
    }
    const plain =
      definition.kind === 'string' && definition.format === undefined && definition.multiline !== true
    return plain && value.type === 'string' && /ID$|Tenant|Secret$|User$|Client/.test(name)
      ? [{ place: { domain, path }, value: value.value, exact: !definition.secret }]
      : []
  })
}

const codePoint = (character: string) =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** The login window has one line for its message. */
export const messageOfOneLine: Rule = (subject) => {
  const place = login('LoginWindowMessage')
  const message = textOf(subject, place)
  if (!/[\r\n]/.test(message.trim())) {
    return []
  }
  const oneLine = message.trim().replace(/\s*[\r\n]+\s*/g, ' ')
  const advice =
    'LoginWindowMessage holds a line break, and the login window shows one line only. Put the text on one line.'
  return [advise('message-of-one-line', place, advice, repair('Join the lines', [place, text(oneLine)]))]
}

/** PingFederate refuses client IDs that contain spaces. */
export const clientIdWithSpaces: Rule = (subject) =>
  subject.context.provider !== 'PingFederate'
    ? []
    : [login('OIDCClientID'), login('OIDCROPGID')]
        .filter((place) => /\S\s+\S/.test(textOf(subject, place)))
        .map((place) =>
          advise(
            'client-id-with-spaces',
            place,
            `${nameOfPath(place.path)} contains a space. Jamf Connect needs an OAuth client in PingFederate whose ID has none.`,
          ),
        )
