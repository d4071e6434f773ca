'use client'
import { NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useCommands } from '@/components/commands/commands'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { lazyDialog } from '@/components/ui/lazy-dialog'

const NoteDialog = lazyDialog(
  'Note',
  async () => (await import('@/components/library/version-note-dialog')).VersionNoteDialog,
)

type SaveButtonsProps = {
  readonly disabled: boolean
  readonly saving: boolean
  /** A note that was to be saved and that no version has yet. */
  readonly note: string | null
  readonly onSave: (note?: string | null) => void
}

/** Saves at one press; the smaller button beside it asks for a note first. */
export function SaveButtons({ disabled, saving, note, onSave }: SaveButtonsProps) {
  const [noting, setNoting] = useState(false)
  useCommands({ saveNote: () => !disabled && setNoting(true) })
  const name = note === null ? 'Save with a note…' : 'Save with your note…'
  return (
    <div className="flex gap-1">
      <Button look="primary" disabled={disabled} onClick={() => onSave()}>
        {saving ? 'Saving…' : 'Save'}
      </Button>
      <Button
        size="icon"
        aria-label={name}
        title={name}
        disabled={disabled}
        onClick={() => setNoting(true)}
        className={cn(note !== null && 'border-accent text-accent')}
      >
        <NotebookPen aria-hidden size={15} />
      </Button>
      {/* The head of a dialog inside the head of the page would be a second banner. */}
      {noting &&
        createPortal(
          <NoteDialog
            title="Save with a note"
            note={note}
            action="Save"
            onNote={(written) => {
              setNoting(false)
              onSave(written)
            }}
            onClose={() => setNoting(false)}
          />,
          document.body,
        )}
    </div>
  )
}
