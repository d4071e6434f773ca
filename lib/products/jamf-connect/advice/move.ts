import type { Repair } from '../../../api/issue'
import { equal } from '../../../plist/tree'
import type { PlistValue } from '../../../plist/value'
import type { KnownKey } from '../../../schema/keys'
import { replacementFor } from '../../../schema/repairs'
import { isWritable } from '../../../schema/settings'
import { schemaFor, typesOf } from '../../../schema/value-schema'
import { nameOfPath } from '../../../schema/words'
import { type Place, repair, type Subject, valueIn } from './rule'

/**
 * The repair that moves a value to the key where it belongs, converted when its type asks for it. A copy of what is
 * there already is removed. Undefined when the move would overwrite another value, misread this one, or need a payload
 * that the configuration does not have.
 */
export function moveTo(
  target: KnownKey,
  from: Place,
  value: PlistValue,
  subject: Subject,
): Repair | undefined {
  const to: Place = {
    domain: target.domain,
    // Inside a list the key belongs to the same element.
    path: target.path.map((step, index) => (step === '[]' ? (from.path[index] ?? step) : step)),
  }
  const present = valueIn(subject, to)
  if (present !== undefined) {
    return equal(present, value) ? removal(from) : undefined
  }
  const fitting = suited(target, value)
  if (fitting === null || !isWritable(subject.settings, to.domain, to.path)) {
    return undefined
  }
  const where = to.domain === from.domain ? '' : ` in ${to.domain}`
  const renamed =
    to.domain === from.domain && nameOfPath(to.path.slice(0, -1)) === nameOfPath(from.path.slice(0, -1))
  const title = renamed ? `Rename it to ${target.name}` : `Move it to ${nameOfPath(to.path)}${where}`
  return repair(title, [from, null], [to, fitting])
}

/** The repair that removes a key. */
export function removal(place: Place): Repair {
  return repair(`Remove ${nameOfPath(place.path)}`, [place, null])
}

function suited(target: KnownKey, value: PlistValue): PlistValue | null {
  const { definition } = target
  if (!typesOf(definition).includes(value.type)) {
    return replacementFor('wrong-type', value, target)?.value ?? null
  }
  return schemaFor(target).safeParse(value).success ? value : null
}
