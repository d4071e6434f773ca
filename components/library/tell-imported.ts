import { notify } from '@/components/ui/toast'
import { counted } from '@/lib/schema/words'
import { onError } from './refresh'
import { type Imported, undoImport } from './undo-import'

/** Says how an import ended, and offers to take it back; `onUndone` is called when that is done, or went wrong half-way. */
export function tellImported(
  imported: readonly Imported[],
  left: number,
  onUndone: () => Promise<void>,
): void {
  const undo = async () => {
    try {
      await undoImport(imported)
    } finally {
      await onUndone()
    }
    notify(takenBack(imported))
  }
  const text = `${counted(imported.length, 'configuration')} imported${left > 0 ? `, ${left} left` : ''}.`
  const action = { label: 'Undo', run: () => void undo().catch(onError) }
  notify(text, imported.length > 0 ? { action } : {})
}

function takenBack(imported: readonly Imported[]): string {
  const versions = imported.filter(({ before }) => before > 0).length
  const made = imported.length - versions
  const deleted = made > 0 ? `${counted(made, 'imported configuration')} moved to Deleted.` : ''
  return versions > 0 ? `${deleted} New versions are taken back; the history has them.`.trim() : deleted
}
