import type { Kind } from '@/lib/schema/manifest'
import { BooleanControl } from './boolean-control'
import { ChoiceControl } from './choice-control'
import { DictionaryControl } from './dictionary-control'
import { DictionaryListControl } from './dictionary-list-control'
import type { ControlOf } from './field-props'
import { FileControl } from './file-control'
import { IntegerControl } from './integer-control'
import { RealControl } from './real-control'
import { StringControl } from './string-control'
import { StringListControl } from './string-list-control'
import { StringMapControl } from './string-map-control'
import { UnconfirmedControl } from './unconfirmed-control'

/** The control of each kind. A new kind does not compile until it has one. */
export const controls: { readonly [K in Kind]: ControlOf<K> } = {
  string: StringControl,
  boolean: BooleanControl,
  integer: IntegerControl,
  real: RealControl,
  choice: ChoiceControl,
  'string-list': StringListControl,
  file: FileControl,
  dictionary: DictionaryControl,
  'string-map': StringMapControl,
  'dictionary-list': DictionaryListControl,
  unconfirmed: UnconfirmedControl,
}
