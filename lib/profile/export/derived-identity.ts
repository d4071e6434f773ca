import { withValue } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { text } from '../payloads/build'
import { payloadsOf, textOf } from '../payloads/payload-keys'
import { derivedUuid, isUuid } from '../uuid'

/** UUIDs and identifiers that are given away already, in upper case. `withDerivedIdentity` adds those that it gives. */
export type Marks = Set<string>

/** The UUIDs and identifiers of a profile and of all its payloads. */
export function marksIn(root: PlistValue): Marks {
  const holders = [root, ...payloadsOf(root).map(({ dict }) => dict)]
  const given = holders.flatMap((holder) => [
    textOf(holder, 'PayloadUUID'),
    textOf(holder, 'PayloadIdentifier'),
  ])
  return new Set(given.filter((mark) => mark !== '').map((mark) => mark.toUpperCase()))
}

/**
 * The payload or profile under an identity that follows from its own and `name`, and that nothing else has: the same each
 * time for the same `marks`. A payload that was added to a new profile has an identity that follows from the profile's
 * and its domain, which is where this begins too.
 */
export function withDerivedIdentity<T extends PlistValue>(holder: T, name: string, marks: Marks): T {
  let made = derivedFrom(holder, name, 1)
  for (let next = 2; isGiven(made, marks); next++) {
    made = derivedFrom(holder, name, next)
  }
  marks.add(made.uuid.toUpperCase())
  marks.add(made.identifier.toUpperCase())
  const named = withValue(holder, ['PayloadUUID'], text(made.uuid))
  return withValue(named, ['PayloadIdentifier'], text(made.identifier)) as T
}

type Identity = { readonly uuid: string; readonly identifier: string }

/** The first, second, … identity for the name. */
function derivedFrom(holder: PlistValue, name: string, at: number): Identity {
  const again = at === 1 ? '' : ` ${at}`
  const uuid = derivedUuid(textOf(holder, 'PayloadUUID'), `${name}${again}`)
  const identifier = textOf(holder, 'PayloadIdentifier')
  const own = `${identifier}.${name.split('.').at(-1)}${again.replace(' ', '-')}`
  return { uuid, identifier: identifier === '' || isUuid(identifier) ? uuid : own }
}

const isGiven = ({ uuid, identifier }: Identity, marks: Marks) =>
  marks.has(uuid.toUpperCase()) || marks.has(identifier.toUpperCase())
