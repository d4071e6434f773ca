import { child } from '../../../plist/tree'
import type { PlistPath, PlistValue } from '../../../plist/value'
import { meantVariable } from '../../../schema/mdm-variables'
import { isSecretName } from '../../../schema/secret-names'
import { markedVariables } from '../../../schema/templates'
import { nameOfPath, quoted } from '../../../schema/words'
import { type Check, type Envelope, holdersOf } from '../envelope'
import { applePlaces } from './places'

const SHOWN = ['PayloadDisplayName', 'PayloadDescription', 'PayloadOrganization']

/**
 * Rule for variables that an MDM fills in, in what Apple documents. A name that is like none of theirs may be an own one,
 * and says nothing.
 */
export const appleVariableRules: { readonly [rule: string]: Check } = {
  'misspelt-variable': (envelope) =>
    textsIn(envelope).flatMap(({ path, text }) =>
      markedVariables(text).flatMap((variable) => {
        const meant = meantVariable(variable)
        return meant === undefined
          ? []
          : [
              {
                severity: 'advice',
                path,
                message: `${nameOfPath(path.slice(-1))} holds ${quoted(variable)}, which the documents of MDMs do not list, and they do list “${meant}”. What nothing fills in reaches the Mac as it stands: correct the name, unless it is one of your own.`,
              },
            ]
      }),
    ),
}

/** With what variables begin; asked before their names are looked for, since a profile may hold thousands of texts. */
const MARKS = /[$%{<]/

type Text = { readonly path: PlistPath; readonly text: string }

function textsIn(envelope: Envelope): readonly Text[] {
  const settings = applePlaces(envelope).flatMap(({ path, documented }) =>
    documented.values.flatMap((each) => textOf([...path, ...each.path], each.value)),
  )
  const shown = holdersOf(envelope).flatMap(({ dict, path }) =>
    SHOWN.flatMap((key) => textOf([...path, key], child(dict, key))),
  )
  return [...shown, ...settings]
}

function textOf(path: PlistPath, value: PlistValue | undefined): readonly Text[] {
  const key = path.findLast((step) => typeof step === 'string')
  return value?.type === 'string' && MARKS.test(value.value) && !isSecretName(String(key))
    ? [{ path, text: value.value }]
    : []
}
