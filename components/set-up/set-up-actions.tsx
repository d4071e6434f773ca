'use client'
import { Printer, Redo2, Undo2 } from 'lucide-react'
import { useMac } from '@/components/commands/commands'
import { keysOf } from '@/components/commands/shortcuts'
import { SaveButtons } from '@/components/editor/save-buttons'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'

type SetUpActionsProps = {
  readonly version: number
  readonly saving: boolean
  readonly note: string | null
  readonly onSave: (note?: string | null) => void
}

/** The state of the open profile, and what can be done with it as a whole. */
export function SetUpActions({ version, saving, note, onSave }: SetUpActionsProps) {
  const { profile } = useOpenProfile()
  const mac = useMac()
  const dirty = useProfile((at) => at.dirty)
  const unsaved = useProfile((at) => at.dirty || at.pendingXml !== null)
  const canUndo = useProfile((at) => at.canUndo)
  const canRedo = useProfile((at) => at.canRedo)
  return (
    <div className="flex items-center gap-1.5 max-sheet:w-full">
      <p
        role="status"
        className="flex min-w-0 items-center gap-1.5 text-xs whitespace-nowrap text-ink-2 max-sheet:mr-auto"
      >
        {unsaved && <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-warning" />}
        <span className="truncate">
          {unsaved ? 'Unsaved changes' : 'Saved'}
          <span className="max-sheet:hidden"> · version {version}</span>
        </span>
      </p>
      <Button
        look="ghost"
        size="icon"
        aria-label="Undo"
        title={`Undo ${keysOf('undo', mac)}`}
        disabled={!canUndo}
        onClick={() => profile.undo()}
      >
        <Undo2 aria-hidden size={16} />
      </Button>
      <Button
        look="ghost"
        size="icon"
        aria-label="Redo"
        title={`Redo ${keysOf('redo', mac)}`}
        disabled={!canRedo}
        onClick={() => profile.redo()}
      >
        <Redo2 aria-hidden size={16} />
      </Button>
      <Button size="icon" aria-label="Print…" title="Print…" onClick={() => window.print()}>
        <Printer aria-hidden size={15} />
      </Button>
      <SaveButtons disabled={!dirty || saving} saving={saving} note={note} onSave={onSave} />
    </div>
  )
}
