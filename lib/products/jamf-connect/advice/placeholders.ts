import type { PlistPath } from '../../../plist/value'
import type { KeyDefinition } from '../../../schema/manifest'
import { unknownVariables } from '../../../schema/mdm-variables'
import { itemDefinition } from '../../../schema/repairs'
import { isProse, sampleIn } from '../../../schema/samples'
import { nameOfPath, quoted } from '../../../schema/words'
import { configuredKeys } from './looked-up'
import { advise, type Place, type Rule, refuse, type Subject } from './rule'

/** Values that somebody meant to replace. */
export const placeholders: Rule = (subject) =>
  textsIn(subject).flatMap(({ place, name, definition, text }) => {
    const found = sampleIn(text, name, definition)
    if (found === null) {
      return []
    }
    const [what, say] =
      found === 'blank'
        ? (['a blank that is still to be filled in', refuse] as const)
        : (['a sample from documentation', advise] as const)
    const shown = definition.secret === true ? what : `${quoted(text)}, ${what}`
    const message = `${nameOfPath(place.path)} is ${shown}. Put in the value of your organization.`
    return [say('placeholder-value', place, message)]
  })

/** Words in the marks of variables that no MDM is known to fill in: an own attribute, or left from a template. */
export const variablesOfNobody: Rule = (subject) =>
  textsIn(subject).flatMap(({ place, definition, text }) => {
    const [first] = unknownVariables(text).filter((each) => isMeant(each, text, definition))
    if (first === undefined) {
      return []
    }
    const shown = definition.secret === true ? 'what looks like a variable' : quoted(first)
    const message = `${nameOfPath(place.path)} holds ${shown}, which is not among the variables that the documents of MDMs list. What nothing fills in reaches the Mac as it stands: put in the value, unless your MDM or your own tool knows this name.`
    return [advise('unknown-variable', place, message)]
  })

/** Whether the marks are those of a variable here: a dollar or a percent sign may belong to a sentence, an address or a secret. */
function isMeant(variable: string, text: string, definition: KeyDefinition): boolean {
  if (definition.secret === true) {
    return variable === text.trim()
  }
  const escaped = /^%[0-9a-f]{2}/i.test(variable) && text.includes('://')
  const multiline = definition.kind === 'string' && definition.multiline === true
  return /^(\$\{|\{\{|<<)/.test(variable) || !(escaped || multiline || isProse(text))
}

type Text = {
  readonly place: Place
  readonly name: string
  readonly definition: KeyDefinition
  readonly text: string
}

/** Every text of a known key, those in lists one by one. */
function textsIn(subject: Pick<Subject, 'settings'>): Text[] {
  return configuredKeys(subject).flatMap(({ key, path, value }) => {
    const { domain, name, definition } = key
    const given = (at: PlistPath, text: string, of: KeyDefinition): Text => ({
      place: { domain, path: at },
      name,
      definition: of,
      text,
    })
    if (value.type === 'string') {
      return [given(path, value.value, definition)]
    }
    const items = value.type === 'array' && definition.kind === 'string-list' ? value.items : []
    return items.flatMap((item, index) =>
      item.type === 'string' ? [given([...path, index], item.value, itemDefinition(definition))] : [],
    )
  })
}
