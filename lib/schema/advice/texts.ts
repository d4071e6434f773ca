import { isTemplate } from '../templates'
import { nameOfPath } from '../words'
import { advise, login, type Rule, repair, text, textOf } from './rule'
import { configuredKeys } from './walk'

/** Space around an identifier: it comes with copying and belongs to the value. */
export const surroundingSpace: Rule = (subject) =>
  configuredKeys(subject).flatMap(({ key, path, value }) => {
    const { definition } = key
    const plain =
      definition.kind === 'string' && definition.format === undefined && definition.multiline !== true
    if (!plain || value.type !== 'string' || isTemplate(value.value)) {
      return []
    }
    const trimmed = value.value.trim()
    if (trimmed === value.value || trimmed === '' || !/ID$|Tenant|Secret$|User$|Client/.test(key.name)) {
      return []
    }
    const place = { domain: key.domain, path }
    const message = `${nameOfPath(path)} begins or ends with a space or line break, which becomes part of the value. Remove it.`
    return [advise('surrounding-space', place, message, repair('Remove the space', [place, text(trimmed)]))]
  })

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
