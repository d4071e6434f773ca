'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { CommandHost } from '@/components/commands/command-host'
import { lazyDialog } from '@/components/ui/lazy-dialog'

const NewDialog = lazyDialog('New configuration', async () => (await import('./new-dialog')).NewDialog)
const ImportDialog = lazyDialog('Import profiles', async () => (await import('./import-dialog')).ImportDialog)

type Dialogs = { readonly openNew: () => void; readonly openImport: () => void }
const DialogsContext = createContext<Dialogs>({ openNew: () => {}, openImport: () => {} })

/** Opens the dialogs that make and import configurations. */
export const useLibraryDialogs = () => useContext(DialogsContext)

/** Holds the dialogs of the library, and takes files that are dropped anywhere on the page. */
export function LibraryDialogs({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<'new' | 'import' | null>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  const [over, setOver] = useState(false)
  useFileDrop(setOver, (dropped) => {
    setFiles(dropped)
    setOpen('import')
  })
  const dialogs = useMemo(
    () => ({
      openNew: () => setOpen('new'),
      openImport: () => {
        setFiles([])
        setOpen('import')
      },
    }),
    [],
  )
  return (
    <DialogsContext value={dialogs}>
      {children}
      <CommandHost {...dialogs} />
      {over && (
        <div className="pointer-events-none fixed inset-2 z-40 flex items-center justify-center rounded-xl border-2 border-dashed border-accent bg-accent-soft/80 text-[15px] font-semibold text-accent">
          Drop to import
        </div>
      )}
      {open === 'new' && <NewDialog onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportDialog files={files} onClose={() => setOpen(null)} />}
    </DialogsContext>
  )
}

function useFileDrop(setOver: (over: boolean) => void, onFiles: (files: readonly File[]) => void) {
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onDragOver = (event: DragEvent) => {
      if (holdsFiles(event)) {
        event.preventDefault()
        setOver(true)
      }
    }
    const onDragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      setOver(false)
      // A field that takes files (the license) has had the drop already.
      if (holdsFiles(event) && !event.defaultPrevented) {
        event.preventDefault()
        onFiles([...(event.dataTransfer?.files ?? [])])
      }
    }
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
    }
  })
}
