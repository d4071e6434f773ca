'use client'
import { CirclePlay, Download, type LucideIcon, PanelRight, Redo2, RotateCcw, Undo2 } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useMac } from '@/components/commands/commands'
import { keysOf } from '@/components/commands/shortcuts'
import { MenuButton } from '@/components/library/frame'
import { notifyUndo } from '@/components/open-profile/notify-undo'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { SaveButtons } from './save-buttons'
import { IssueCount } from './side-panel'

type EditorToolbarProps = {
  id: string
  name: string
  version: number
  saving: boolean
  note: string | null
  onSave: (note?: string | null) => void
  testing: boolean
  onTest: () => void
  onExport: () => void
  onPanel: () => void
}

/** Name and state of the open configuration, and what can be done with it as a whole. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { id, name, version, saving, testing, onExport, onPanel } = props
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
    <header className="isolate shrink-0 border-b border-line bg-panel max-sheet:z-20">
      <div className="flex h-[49px] items-center gap-2 px-3 sheet:px-4 pointer-coarse:h-14">
        <MenuButton />
        <div className="mr-auto flex min-w-0 flex-1 flex-col min-[960px]:flex-row min-[960px]:items-baseline min-[960px]:gap-x-2">
          <h1 title={name} className="truncate text-sm leading-5 font-semibold">
            {name}
          </h1>
          <p
            role="status"
            className="flex min-w-0 shrink-0 items-baseline gap-1.5 text-xs whitespace-nowrap text-ink-2"
          >
            {unsaved && (
              <span aria-hidden className="size-1.5 shrink-0 self-center rounded-full bg-warning" />
            )}
            <span className="truncate">{unsaved ? 'Unsaved changes' : 'Saved'} ·</span>{' '}
            <Link
              href={`/configurations/${id}/history`}
              prefetch={false}
              title="History"
              className="shrink-0 rounded underline decoration-line-strong underline-offset-2 hover:text-ink"
            >
              version {version}
            </Link>
          </p>
        </div>
        {/* Within reach of the thumb on a small screen: a bar at the lower edge. */}
        <div className="flex items-center gap-1.5 max-sheet:fixed max-sheet:inset-x-0 max-sheet:bottom-0 max-sheet:h-14 max-sheet:gap-0 max-sheet:border-t max-sheet:border-line max-sheet:bg-panel max-sheet:px-1">
          <Act
            name="Undo"
            icon={Undo2}
            keys={keysOf('undo', mac)}
            disabled={!canUndo}
            onClick={() => profile.undo()}
          />
          <Act
            name="Redo"
            icon={Redo2}
            keys={keysOf('redo', mac)}
            disabled={!canRedo}
            onClick={() => profile.redo()}
          />
          <Act name="Reset" icon={RotateCcw} worded disabled={!unsaved} onClick={reset} />
          <Act name="Test" icon={CirclePlay} worded look="outline" pressed={testing} onClick={props.onTest} />
          <Act name="Export…" icon={Download} worded look="outline" onClick={onExport} />
          <Act
            name="XML, issues and login window"
            short="XML"
            icon={PanelRight}
            look="outline"
            onClick={onPanel}
            className="columns:hidden"
          >
            <IssueCount short />
          </Act>
        </div>
        <SaveButtons disabled={!dirty || saving} saving={saving} note={props.note} onSave={props.onSave} />
      </div>
    </header>
  )
}

type ActProps = {
  name: string
  /** What stands under the drawing on a small screen, where it is not the whole name. */
  short?: string
  icon: LucideIcon
  /** The name stands beside the drawing where there is room. */
  worded?: boolean
  /** The shortcut that does the same. */
  keys?: string
  look?: 'ghost' | 'outline'
  pressed?: boolean
  disabled?: boolean
  onClick: () => void
  className?: string
  children?: ReactNode
}

/** One thing to do: a drawing with its name under it on a small screen, else a drawing, with its name where there is room. */
function Act({ name, short = name, icon: Icon, worded = false, keys, look = 'ghost', ...rest }: ActProps) {
  const { pressed, className, children, ...button } = rest
  return (
    <Button
      look={look}
      size={worded ? 'normal' : 'icon'}
      aria-label={name}
      title={keys === undefined ? name : `${name} ${keys}`}
      aria-pressed={pressed}
      className={cn(
        'relative justify-center aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent',
        'max-sheet:h-full max-sheet:min-w-0 max-sheet:flex-1 max-sheet:flex-col max-sheet:gap-0.5 max-sheet:rounded-md max-sheet:border-0 max-sheet:bg-transparent max-sheet:px-0 max-sheet:font-medium',
        worded ? 'max-[960px]:px-2' : 'sheet:w-auto sheet:min-w-8 sheet:px-2',
        className,
      )}
      {...button}
    >
      <span className="flex items-center gap-0.5 sheet:contents">
        <Icon aria-hidden size={16} className="shrink-0" />
        {children}
      </span>
      <span
        aria-hidden
        className={cn(
          'text-[11px] leading-3 sheet:hidden',
          worded && 'min-[960px]:inline min-[960px]:text-sm',
        )}
      >
        {short}
      </span>
    </Button>
  )
}
