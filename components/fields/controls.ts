import { type ComponentType, createElement } from 'react'
import { lazily } from '@/components/ui/lazily'
import type { Kind } from '@/lib/schema/manifest'
import { BooleanControl } from './boolean-control'
import { ChoiceControl } from './choice-control'
import { DictionaryControl } from './dictionary-control'
import type { ControlOf } from './field-props'
import { IntegerControl } from './integer-control'
import { RealControl } from './real-control'
import { StringControl } from './string-control'
import { StringListControl } from './string-list-control'

/** A control of which a form has few. Its place is there before it is, for whoever asks for the key. */
const late = <P extends { readonly id: string }>(load: () => Promise<ComponentType<P>>) =>
  lazily(load, { loading: ({ id }) => createElement('div', { id, tabIndex: -1, className: 'min-h-8' }) })

/** The control of each kind. A new kind does not compile until it has one. */
export const controls: { readonly [K in Kind]: ControlOf<K> } = {
  string: StringControl,
  boolean: BooleanControl,
  integer: IntegerControl,
  real: RealControl,
  choice: ChoiceControl,
  'string-list': StringListControl,
  file: late(async () => (await import('./file-control')).FileControl),
  dictionary: DictionaryControl,
  'string-map': late(async () => (await import('./string-map-control')).StringMapControl),
  'dictionary-list': late(async () => (await import('./dictionary-list-control')).DictionaryListControl),
  unconfirmed: late(async () => (await import('./unconfirmed-control')).UnconfirmedControl),
}
