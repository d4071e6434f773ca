import { codePoint, hiddenIn, withoutHidden } from '../../../schema/hidden-text'
import { isTemplate } from '../../../schema/templates'
import { nameOfPath } from '../../../schema/words'
import { rowOf } from '../providers/providers'
import { configuredKeys } from './looked-up'
import { advise, login, type Place, type Rule, refuse, repair, type Subject, text, textOf } from './rule'
import { isListOfNames } from './written-values'

/** Space around an identifier or a name, and characters in it that nobody sees: copied along, they belong to the value. */
export const copiedCharacters: Rule = (subject) =>
  identifiers(subject).flatMap(({ place, value, exact, formatted }) => {
    const meant = withoutHidden(value)
    const hidden = hiddenIn(value)
    // The readers of formats do not see texts with a variable in them.
    const saidByFormat = formatted && hidden === undefined && !isTemplate(value)
    if (meant === value || meant === '' || saidByFormat) {
      return []
    }
    const name = nameOfPath(place.path)
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
            `${name} holds a character that cannot be told by eye (${codePoint(hidden)}). It comes with copying and becomes part of the value, which is then another one for the provider or the Mac.`,
            repair('Write it without hidden characters', [place, text(meant)]),
          ),
        ]
  })

type Identifier = {
  readonly place: Place
  readonly value: string
  readonly exact: boolean
  /** Whether its format says what is wrong with space around it. */
  readonly formatted: boolean
}

/**
 * Texts that have to be exactly what the provider or the Mac has: identifiers, addresses, paths, names of claims. `exact`
 * are those of which nobody has one with such characters; secrets and the elements of lists of names may be somebody's own,
 * and names of files on a Mac do have spaces that do not break.
 */
function identifiers(subject: Subject): Identifier[] {
  return configuredKeys(subject).flatMap(({ key, path, value }): Identifier[] => {
    const { definition, domain, name } = key
    const format = 'format' in definition ? definition.format : undefined
    if (value.type === 'array' && (isListOfNames(name) || isExact(format))) {
      return value.items.flatMap((item, index) =>
        item.type === 'string'
          ? [at({ domain, path: [...path, index] }, item.value, isExact(format), isExact(format))]
          : [],
      )
    }
    if (definition.kind !== 'string' || definition.multiline === true || value.type !== 'string') {
      return []
    }
    if (isExact(format)) {
      const isPath = format === 'absolute-path' && /[\u00a0\u202f]/.test(hiddenIn(value.value) ?? '')
      return [at({ domain, path }, value.value, !isPath, true)]
    }
    const named = format === undefined && /ID$|Tenant|Secret$|User$|Client/.test(name)
    return named ? [at({ domain, path }, value.value, !definition.secret, false)] : []
  })
}

function at(place: Place, value: string, exact: boolean, formatted: boolean): Identifier {
  return { place, value, exact, formatted }
}

/** Scopes have a reader of their own, to which such characters are separators. */
function isExact(format: string | undefined): boolean {
  return format !== undefined && format !== 'scopes'
}

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

/** Some providers refuse client IDs that contain spaces. */
export const clientIdWithSpaces: Rule = (subject) => {
  const provider = rowOf(subject.context.provider)
  return provider?.clientIdWithoutSpaces !== true
    ? []
    : [login('OIDCClientID'), login('OIDCROPGID')]
        .filter((place) => /\S\s+\S/.test(textOf(subject, place)))
        .map((place) =>
          advise(
            'client-id-with-spaces',
            place,
            `${nameOfPath(place.path)} contains a space. Jamf Connect needs an OAuth client in ${provider.label} whose ID has none.`,
          ),
        )
}
