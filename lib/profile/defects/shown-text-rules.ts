import { child } from '../../plist/tree'
import type { PlistPath } from '../../plist/value'
import { escapeIn, unescaped } from '../../schema/escaped-text'
import { text } from '../payloads/build'
import { type Check, holdersOf, setting } from './envelope'

/** Texts of a profile and its payloads that people see in System Settings and in an MDM. */
const SHOWN = ['PayloadDisplayName', 'PayloadDescription', 'PayloadOrganization']

type Shown = { readonly path: PlistPath; readonly value: string }

/** Rule for the texts of the profile itself; those among the settings are the business of lib/schema. */
export const shownTextRules: { readonly [rule: string]: Check } = {
  'shown-text-escaped': (envelope) =>
    shownTexts(envelope).flatMap(({ path, value }) => {
      const found = escapeIn(value)
      return found === undefined
        ? []
        : [
            {
              severity: 'advice',
              path,
              message: `${nameOf(path)} looks as if it had been escaped twice: people see ${found} as it is.`,
              repair: setting('Undo the escaping', path, text(unescaped(value))),
            },
          ]
    }),
}

function shownTexts(envelope: Parameters<Check>[0]): Shown[] {
  const consent = child(envelope.root, 'ConsentText')
  const questions = consent?.type === 'dict' ? consent.entries : []
  return [
    ...holdersOf(envelope).flatMap(({ dict, path }) =>
      dict.entries.filter(({ key }) => SHOWN.includes(key)).map((entry) => ({ entry, at: path })),
    ),
    ...questions.map((entry) => ({ entry, at: ['ConsentText'] })),
  ].flatMap(({ entry: { key, value }, at }) =>
    value.type === 'string' ? [{ path: [...at, key], value: value.value }] : [],
  )
}

function nameOf(path: PlistPath): string {
  const last = String(path.at(-1))
  return path.at(-2) === 'ConsentText' ? `ConsentText › ${last}` : last
}
