'use client'
import { CirclePlay, Download, type LucideIcon, PanelRight, Redo2, RotateCcw, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useMac } from '@/components/commands/commands'
import { keysOf } from '@/components/commands/shortcuts'
import { MenuButton } from '@/components/library/frame'
import { notifyUndo } from '@/components/open-profile/notify-undo'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { IssueCount } from './side-panel'

type EditorToolbarProps = {
  id: string
  name: string
  version: number
  saving: boolean
  onSave: () => void
  testing: boolean
  onTest: () => void
  onExport: () => void
  onPanel: () => void
}

/** Name and state of the open configuration, and what can be done with it as a whole. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { id, name, version, saving, testing, onSave, onExport, onPanel } = props
  const { profile } = useOpenProfile()
  const mac = useMac()
  const dirty = useProfile((at) => at.dirty)
  const unsaved = useProfile((at) => at.dirty || at.pendingXml !== null)
  const canUndo = useProfile((at) => at.canUndo)
  const canRedo = useProfile((at) => at.canRedo)
  const reset = () => {
    profile.reset()
    notifyUndo(profile, `Back to version ${version}.`)
  }
  return (
    <header className="flex min-h-[50px] shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-panel px-3 py-1.5 sheet:px-4">
      <MenuButton />
      <div className="mr-auto flex min-w-0 flex-1 basis-40 flex-wrap items-baseline gap-x-2">
        <h1 className="truncate text-sm font-semibold">{name}</h1>
        <p role="status" className="flex items-baseline gap-1.5 text-xs whitespace-nowrap text-ink-2">
          {unsaved && <span aria-hidden className="size-1.5 self-center rounded-full bg-warning" />}
          {unsaved ? 'Unsaved changes' : 'Saved'} ·{' '}
          <Link
            href={`/configurations/${id}/history`}
            prefetch={false}
            title="History"
            className="touch rounded underline decoration-line-strong underline-offset-2 hover:text-ink"
          >
            version {version}
          </Link>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <IconButton
          name="Undo"
          keys={keysOf('undo', mac)}
          icon={Undo2}
          disabled={!canUndo}
          onClick={() => profile.undo()}
        />
        <IconButton
          name="Redo"
          keys={keysOf('redo', mac)}
          icon={Redo2}
          disabled={!canRedo}
          onClick={() => profile.redo()}
        />
        <Button look="ghost" disabled={!unsaved} onClick={reset} className="max-sheet:px-2">
          <RotateCcw aria-hidden size={14} />
          <span className="sr-only sheet:not-sr-only">Reset</span>
        </Button>
        <Button
          aria-pressed={testing}
          onClick={props.onTest}
          className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent max-sheet:px-2"
        >
          <CirclePlay aria-hidden size={14} />
          <span className="sr-only sheet:not-sr-only">Test</span>
        </Button>
        <Button onClick={onExport} className="max-sheet:px-2">
          <Download aria-hidden size={14} />
          <span className="sr-only sheet:not-sr-only">Export…</span>
        </Button>
        <Button look="primary" disabled={!dirty || saving} onClick={onSave}>
          {saving ? 'Saving…' : 'Save'}
        </Button>
        <Button
          className="max-sheet:px-2 columns:hidden"
          onClick={onPanel}
          aria-label="XML, issues and login window"
        >
          <PanelRight aria-hidden size={15} />
          <IssueCount />
        </Button>
      </div>
    </header>
  )
}

type IconButtonProps = {
  name: string
  /** The shortcut that does the same. */
  keys: string
  icon: LucideIcon
  disabled: boolean
  onClick: () => void
}

function IconButton({ name, keys, icon: Icon, disabled, onClick }: IconButtonProps) {
  return (
    <Button
      look="ghost"
      size="icon"
      aria-label={name}
      title={`${name} ${keys}`}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon aria-hidden size={16} />
    </Button>
  )
}
