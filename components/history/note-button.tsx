'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyDialog } from '@/components/ui/lazy-dialog'
import type { VersionItem } from '@/lib/api/configurations'
import { useNote } from './use-history'

const NoteDialog = lazyDialog(
  'Note',
  async () => (await import('@/components/library/version-note-dialog')).VersionNoteDialog,
)

/** Adds a note to a version of the timeline, or changes the one it has. */
export function NoteButton({ id, version }: { id: string; version: VersionItem }) {
  const [open, setOpen] = useState(false)
  const { mutate, isPending, error, reset } = useNote(id, version, () => setOpen(false))
  const { number, note } = version
  return (
    <>
      <Button
        look="link"
        className="py-1 text-xs"
        onClick={() => {
          reset()
          setOpen(true)
        }}
      >
        {note ? 'Change the note' : 'Add a note'}
        <span className="sr-only"> of version {number}</span>
      </Button>
      {open && (
        <NoteDialog
          title={`Note of version ${number}`}
          note={note}
          action="Save"
          onNote={mutate}
          busy={isPending}
          problem={error?.message}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
