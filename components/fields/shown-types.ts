import type { Kind } from '@/lib/schema/manifest'

/** The property-list types that the control of each kind can show; any other value is shown as it stands in the file. */
export const shownTypes: { readonly [K in Kind]: readonly string[] } = {
  string: ['string'],
  boolean: ['boolean'],
  integer: ['integer'],
  real: ['real', 'integer'],
  choice: ['string', 'integer'],
  'string-list': ['array'],
  file: ['string', 'data'],
  dictionary: ['dict'],
  'string-map': ['dict'],
  'dictionary-list': ['array'],
  unconfirmed: ['integer', 'boolean', 'string'],
}
