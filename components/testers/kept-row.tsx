'use client'
import { Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { TestReport } from '@/lib/api/report'
import { OutcomeMark, verdictMarks } from './outcome-mark'
import { testedText } from './tested-text'

type KeptRowProps = {
  report: TestReport
  /** What it is called: no other report of the list has the name. */
  name: string
  open: boolean
  /** Whether it is compared with the open one; null while none is open, and for that one. */
  beside: boolean | null
  onOpen: () => void
  onCompare: () => void
  onDrop: () => void
}

const row = 'flex items-center gap-3 px-4 py-1.5'

/** A kept report in their list: how it ended, of what it is, and what can be done with it. */
export function KeptRow({ report, name, open, beside, onOpen, onCompare, onDrop }: KeptRowProps) {
  return (
    <li className={row}>
      <OutcomeMark outcome={verdictMarks[report.summary.verdict]} />
      <button
        type="button"
        aria-expanded={open}
        onClick={onOpen}
        className="min-w-0 flex-1 rounded text-left hover:underline"
      >
        <span className="block truncate font-medium" title={report.summary.title}>
          {report.summary.title}
        </span>
        <span className="text-xs text-ink-2">
          {name} · {testedText(report)}
        </span>
      </button>
      {beside !== null && (
        <Button
          size="small"
          aria-pressed={beside}
          aria-label={`Compare the report of ${name} with the open one`}
          className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          onClick={onCompare}
        >
          Compare
        </Button>
      )}
      <Button look="ghost" size="icon" aria-label={`Delete the report of ${name}`} onClick={onDrop}>
        <Trash2 aria-hidden size={14} />
      </Button>
    </li>
  )
}

/** A report that can only be deleted; `name` tells it from the others. */
export function DamagedRow({ name, onDrop }: { name: string; onDrop: () => void }) {
  return (
    <li className={row}>
      <p className="min-w-0 flex-1 text-error">
        A kept report is damaged in the database and cannot be shown.
      </p>
      <Button look="ghost" size="icon" aria-label={`Delete ${name}`} onClick={onDrop}>
        <Trash2 aria-hidden size={14} />
      </Button>
    </li>
  )
}
