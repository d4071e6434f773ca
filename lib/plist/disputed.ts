import { equal } from './tree'
import type { PlistValue } from './value'

/** The names that are given more than one value, in whatever order: whoever asks for one of them gets no clear answer. */
export function disputed(named: Iterable<readonly [name: string, value: PlistValue]>): ReadonlySet<string> {
  const first = new Map<string, PlistValue>()
  const found = new Set<string>()
  for (const [name, value] of named) {
    const earlier = first.get(name)
    first.set(name, earlier ?? value)
    if (earlier !== undefined && !equal(earlier, value)) {
      found.add(name)
    }
  }
  return found
}
