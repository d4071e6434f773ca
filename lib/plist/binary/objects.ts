import { asciiString } from '../base64'
import type { PlistValue } from '../value'

/** What a binary property list stores: every object once, and for containers the numbers of their parts. */
export type Objects = {
  readonly objects: readonly PlistValue[]
  /** Per object: for a dict its keys and then its values, for an array its items. */
  readonly references: readonly (readonly number[] | undefined)[]
}

/** Numbers the nodes of a tree: a container before its parts, a dict's keys before its values, equal scalars once. */
export function flatten(root: PlistValue): Objects {
  const table = new ObjectTable()
  table.add(root)
  return table
}

class ObjectTable implements Objects {
  readonly objects: PlistValue[] = []
  readonly references: (number[] | undefined)[] = []
  private readonly strings = new Map<string, number>()
  private readonly scalars = new Map<string, Map<unknown, number>>()

  add(value: PlistValue): number {
    switch (value.type) {
      case 'string':
        return this.addString(value.value, value)
      case 'array': {
        const { index, parts } = this.addContainer(value)
        for (const item of value.items) {
          parts.push(this.add(item))
        }
        return index
      }
      case 'dict': {
        const { index, parts } = this.addContainer(value)
        for (const { key } of value.entries) {
          parts.push(this.addString(key))
        }
        for (const entry of value.entries) {
          parts.push(this.add(entry.value))
        }
        return index
      }
      default:
        return this.addScalar(value)
    }
  }

  private addString(text: string, node: PlistValue = { type: 'string', value: text }): number {
    const known = this.strings.get(text)
    if (known !== undefined) {
      return known
    }
    const index = this.objects.push(node) - 1
    this.strings.set(text, index)
    return index
  }

  private addContainer(value: PlistValue): { index: number; parts: number[] } {
    const index = this.objects.push(value) - 1
    const parts: number[] = []
    this.references[index] = parts
    return { index, parts }
  }

  private addScalar(value: Exclude<PlistValue, { type: 'string' | 'array' | 'dict' }>): number {
    let known = this.scalars.get(value.type)
    if (!known) {
      known = new Map()
      this.scalars.set(value.type, known)
    }
    const identity = value.type === 'data' ? asciiString(value.value) : signed(value.value)
    let index = known.get(identity)
    if (index === undefined) {
      index = this.objects.push(value) - 1
      known.set(identity, index)
    }
    return index
  }
}

/** Map keys take 0 and -0 for the same number; as a property list they differ. */
function signed(value: number | bigint | boolean): unknown {
  return Object.is(value, -0) ? '-0' : value
}
