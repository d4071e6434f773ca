import { child, valueAt } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { holdsPayloads, payloadsOf } from '../payloads/payload-keys'
import { findSettings, foreignSettings, type SettingsPlace } from '../payloads/shapes'

/** What stands in trees that are compared, by the nodes themselves: a place has another index in each tree. */
export type Landmarks = {
  /** The preference domain or payload type of the settings and payloads that begin at a node. */
  readonly holders: ReadonlyMap<PlistValue, string>
  readonly payloads: ReadonlySet<PlistValue>
  /** Lists of payloads. */
  readonly payloadLists: ReadonlySet<PlistValue>
  /** Lists of the settings of one state in managed preferences; they have one element. */
  readonly stateLists: ReadonlySet<PlistValue>
}

/** What tells the domain of bare property lists: the name of the file, or one for each tree. */
export type FileNames = string | readonly string[] | undefined

/** The file name of one of several trees. */
export const fileNameAt = (names: FileNames, tree: number): string | undefined =>
  typeof names === 'object' ? names[tree] : names

/** Finds them in all trees. */
export function landmarksOf(trees: readonly PlistValue[], fileNames?: FileNames): Landmarks {
  const holders = new Map<PlistValue, string>()
  const payloads = new Set<PlistValue>()
  const payloadLists = new Set<PlistValue>()
  const stateLists = new Set<PlistValue>()
  for (const [index, root] of trees.entries()) {
    const nodeAt = (path: SettingsPlace['path']) => valueAt(root, path) as PlistValue
    const all = payloadsOf(root)
    for (const { type, dict } of all) {
      holders.set(dict, type)
      payloads.add(dict)
    }
    for (const holder of [root, ...all.map(({ dict }) => dict).filter(holdsPayloads)]) {
      const list = child(holder, 'PayloadContent')
      if (list?.type === 'array') {
        payloadLists.add(list)
      }
    }
    for (const { path, domain } of [
      ...findSettings(root, fileNameAt(fileNames, index)),
      ...foreignSettings(root),
    ]) {
      holders.set(nodeAt(path), domain)
      if (typeof path.at(-2) === 'number') {
        stateLists.add(nodeAt(path.slice(0, -2)))
      }
    }
  }
  return { holders, payloads, payloadLists, stateLists }
}
