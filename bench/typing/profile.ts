import type { PlistValue } from '../../lib/plist/value'
import { writeXml } from '../../lib/plist/xml/writer'
import { allKeys } from '../../lib/products/keys'
import { applyEdits } from '../../lib/profile/edit'
import { newProfile } from '../../lib/profile/identity'
import type { KnownKey } from '../../lib/schema/keys'
import type { KeyDefinition } from '../../lib/schema/manifest'

/**
 * A profile with `count` keys configured: every known key that holds one value, then keys that no manifest knows.
 * Always the same.
 */
export function configuredProfile(count: number): string {
  const known = allKeys.flatMap((key) => {
    const value = key.path.includes('[]') ? null : sample(key)
    return value === null ? [] : [{ domain: key.domain, path: key.path, value }]
  })
  const unknown = Array.from({ length: Math.max(0, count - known.length) }, (_, index) => ({
    domain: index % 2 === 0 ? 'com.jamf.connect.login' : 'com.jamf.connect',
    path: [`OwnKey${index}`],
    value: text(`value ${index}`),
  }))
  let uuid = 0
  const newUuid = () => `5B1F0A52-4E5B-4B0C-9C5E-${String(++uuid).padStart(12, '0')}`
  const root = newProfile({ name: 'Typing', newUuid })
  return writeXml(applyEdits(root, [...known.slice(0, count), ...unknown]))
}

const text = (value: string): PlistValue => ({ type: 'string', value })

const SAMPLES: { readonly [kind in KeyDefinition['kind']]?: (key: KnownKey) => PlistValue | null } = {
  string: ({ definition, name }) =>
    definition.kind === 'string' ? text(definition.default ?? definition.placeholder ?? `A ${name}`) : null,
  boolean: () => ({ type: 'boolean', value: true }),
  integer: ({ definition }) => ({
    type: 'integer',
    value: BigInt(definition.kind === 'integer' ? (definition.default ?? definition.minimum ?? 5) : 5),
  }),
  choice: ({ definition }) => {
    const [first = ''] = definition.kind === 'choice' ? Object.keys(definition.options) : []
    const asInteger = definition.kind === 'choice' && definition.as === 'integer'
    return asInteger ? { type: 'integer', value: BigInt(first) } : text(first)
  },
  'string-list': () => ({ type: 'array', items: [text('first'), text('second')] }),
}

function sample(key: KnownKey): PlistValue | null {
  return SAMPLES[key.definition.kind]?.(key) ?? null
}
