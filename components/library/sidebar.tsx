'use client'
import { FileDown, Plus } from 'lucide-react'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { commandsNow, useMac } from '@/components/commands/commands'
import { keysOf } from '@/components/commands/shortcuts'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { ThemeSwitch } from '@/components/ui/theme-switch'
import { useLibraryDialogs } from './library-dialogs'
import { useRested } from './use-rested'

/** Brings the rows along, and what draws only those in view: nothing of it is needed before the list has been read. */
const ConfigurationList = lazily(async () => (await import('./configuration-list')).ConfigurationList, {
  loading: () => <p className="px-2 py-1.5 text-ink-2">Loading configurations…</p>,
})

/** All configurations: find, open, rename, duplicate, delete; make and import at the lower edge, as in the macOS app. */
export function Sidebar() {
  const { openNew, openImport } = useLibraryDialogs()
  const [wanted, setWanted] = useState('')
  const find = useRested(wanted.trim())
  const scroller = useRef<HTMLElement>(null)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="p-2">
        <FindField value={wanted} onChange={setWanted} />
      </div>
      <nav
        ref={scroller}
        aria-label="Configurations"
        className="relative min-h-0 flex-1 overflow-auto px-2 pb-2"
      >
        <ConfigurationList find={find} scroller={scroller} />
      </nav>
      <div className="grid grid-cols-2 gap-2 border-t border-line p-3">
        <Button className="justify-center" onClick={openNew}>
          <Plus aria-hidden size={14} />
          New
        </Button>
        <Button className="justify-center" onClick={openImport}>
          <FileDown aria-hidden size={14} />
          Import
        </Button>
        <div className="col-span-2 flex items-center gap-2 pt-1 text-xs text-ink-2 *:last:ml-auto">
          <Link href="/reference" className="rounded px-1 py-1 hover:text-ink hover:underline">
            Key reference
          </Link>
          <Link href="/deleted" prefetch={false} className="rounded px-1 py-1 hover:text-ink hover:underline">
            Deleted
          </Link>
          <ThemeSwitch />
        </div>
      </div>
    </div>
  )
}

type FindFieldProps = {
  value: string
  onChange: (value: string) => void
}

function FindField({ value, onChange }: FindFieldProps) {
  const keys = keysOf('palette', useMac())
  return (
    <div className="relative">
      <input
        type="search"
        aria-label="Find a configuration"
        maxLength={200}
        placeholder="Find a configuration"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="control pr-16"
      />
      <button
        type="button"
        aria-label={`Find configurations, keys and commands (${keys})`}
        title="Find configurations, keys and commands"
        onClick={() => commandsNow().palette?.()}
        className="absolute top-1/2 right-1.5 min-h-6 -translate-y-1/2 rounded border border-line px-1.5 text-[11px] text-ink-2 hover:bg-sunken hover:text-ink"
      >
        {keys}
      </button>
    </div>
  )
}
