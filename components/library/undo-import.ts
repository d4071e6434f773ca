import { isMissing, removeConfiguration } from './change-requests'
import { readItem, readVersion } from './requests'
import { restoreVersion } from './restore-version'

/** What a file became: a configuration, the version it has since, and the one it had before, 0 where there was none. */
export type Imported = { readonly id: string; readonly before: number; readonly version: number }

/**
 * Takes an import back: new configurations are deleted, and those that got a new version hold again what they held before, as a
 * version of its own; what is deleted already is taken back. Throws RequestFailed, also where somebody has saved over an imported version; what is done by then stays.
 */
export async function undoImport(imported: readonly Imported[]): Promise<void> {
  for (const { id, before, version } of whole(imported)) {
    try {
      await (before === 0 ? removeConfiguration(id) : holdAgain(id, before, version))
    } catch (error) {
      if (!isMissing(error)) {
        throw error
      }
    }
  }
}

/** By configuration, from before its first file to after its last one. */
function whole(imported: readonly Imported[]): readonly Imported[] {
  const all = new Map<string, Imported>()
  for (const each of imported) {
    all.set(each.id, { ...each, before: all.get(each.id)?.before ?? each.before })
  }
  return [...all.values()]
}

async function holdAgain(id: string, before: number, version: number): Promise<void> {
  const [item, bytes] = await Promise.all([readItem(id), readVersion(id, before)])
  await restoreVersion(item, bytes, { number: before, newest: version })
}
