import type { Repair } from '../api/issue'
import { without, withValue } from '../plist/tree'
import type { PlistDict } from '../plist/value'
import { isWritable, type Settings } from './settings'

/** The settings after a repair, as the editor applies it. */
export function mended(settings: Settings, { edits }: Pick<Repair, 'edits'>): Settings {
  const after = new Map(settings)
  for (const { domain, path, value } of edits) {
    const root = after.get(domain ?? '')
    if (root === undefined) {
      throw new RangeError(`The repair edits ${domain}, which the settings do not have.`)
    }
    after.set(
      domain ?? '',
      (value === null ? without(root, path) : withValue(root, path, value)) as PlistDict,
    )
  }
  return after
}

/** Whether every edit of a repair can be made: none leads below a value that is no dictionary or list. */
export function applies({ edits }: Repair, settings: Settings): boolean {
  return edits.every(
    ({ domain, path, value }) =>
      domain !== null && (value === null ? settings.has(domain) : isWritable(settings, domain, path)),
  )
}
