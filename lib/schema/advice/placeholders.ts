import { sampleIn } from '../samples'
import { nameOfPath, quoted } from '../words'
import { advise, type Rule, refuse } from './rule'
import { configuredKeys } from './walk'

/** Values that somebody meant to replace. */
export const placeholders: Rule = (subject) =>
  configuredKeys(subject).flatMap(({ key, path, value }) => {
    const found = value.type === 'string' ? sampleIn(value.value, key.name, key.definition) : null
    if (value.type !== 'string' || found === null) {
      return []
    }
    const shown = key.definition.secret === true ? 'a sample' : `${quoted(value.value)}, a sample`
    const message = `${nameOfPath(path)} is ${shown} from documentation. Put in the value of your organization.`
    const say = found === 'blank' ? refuse : advise
    return [say('placeholder-value', { domain: key.domain, path }, message)]
  })
