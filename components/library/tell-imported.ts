import { counted } from '@/lib/schema/words'
import { notifyAbout } from './notify-about'
import { onError } from './refresh'
import { type Imported, undoImport } from './undo-import'

/** Files that were not imported: those that nobody waited for, and those that the library has as they are. */
export type Rest = { readonly left: number; readonly unchanged: number }

/** Says how an import ended, and offers to take it back; `onUndone` is called when that is done, or went wrong half-way. */
export function tellImported(
  imported: readonly Imported[],
  { left, unchanged }: Rest,
  onUndone: () => Promise<void>,
): void {
  const ids = imported.map(({ id }) => id)
  const undo = async () => {
    try {
      await undoImport(imported)
    } finally {
      await onUndone()
    }
    notifyAbout(ids, takenBack(imported))
  }
  const rest = [left > 0 && `${left} left`, unchanged > 0 && `${unchanged} unchanged`]
  const text = [`${counted(imported.length, 'configuration')} imported`, ...rest].filter(Boolean).join(', ')
  const action = { label: 'Undo', run: () => void undo().catch(onError) }
  notifyAbout(ids, `${text}.`, imported.length > 0 ? { action } : {})
}

function takenBack(imported: readonly Imported[]): string {
  const versions = imported.filter(({ before }) => before > 0).length
  const made = imported.length - versions
  const deleted = made > 0 ? `${counted(made, 'imported configuration')} moved to Deleted.` : ''
  return versions > 0 ? `${deleted} New versions are taken back; the history has them.`.trim() : deleted
}
