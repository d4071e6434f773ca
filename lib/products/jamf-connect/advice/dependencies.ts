import { mayHold } from '../../../schema/possible'
import { switchMeant } from '../../../schema/switches'
import { nameOfPath } from '../../../schema/words'
import { seenFrom } from '../context'
import { inWords } from '../in-words'
import { configuredKeys } from './looked-up'
import { advise, type Rule } from './rule'

/** Keys whose partner is missing. A switch that is off asks for nothing. */
export const needsAnotherKey: Rule = (subject) =>
  configuredKeys(subject).flatMap(({ key, path, value }) => {
    const { needs } = key.definition
    const seen = seenFrom(subject.context, key.domain, path)
    // That a key has no effect with this provider is said by itself.
    if (seen.provider !== null && key.appliesWhen !== undefined && !mayHold(key.appliesWhen, seen)) {
      return []
    }
    const off =
      (value.type === 'boolean' || key.definition.kind === 'boolean') && switchMeant(value) === 'off'
    if (needs === undefined || off || mayHold(needs, seen)) {
      return []
    }
    const message = `${nameOfPath(path)} has no effect ${inWords({ not: needs }).replace(/^when/, 'while')}.`
    return [advise('needs-another-key', { domain: key.domain, path }, message)]
  })
