'use client'
import { usePathname } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import { openId } from '@/components/library/open-id'
import { Dialog } from '@/components/ui/dialog'
import { lazily } from '@/components/ui/lazily'
import { lazyDialog } from '@/components/ui/lazy-dialog'
import { useCommands, useShortcutKeys } from './commands'
import { PaletteField } from './palette-field'

const Palette = lazily(async () => (await import('./palette')).Palette, {
  loading: ({ query, onQuery, hurried }) => (
    <>
      <PaletteField
        query={query}
        onQuery={onQuery}
        onKeyDown={({ key }) => {
          hurried.current = key === 'Enter'
        }}
      />
      <p className="px-5 py-8 text-center text-ink-2">Opening the list…</p>
    </>
  ),
})
const ComparePicker = lazyDialog(
  'Compare with another configuration',
  async () => (await import('./compare-picker')).ComparePicker,
)
const ShortcutList = lazyDialog('Shortcuts', async () => (await import('./shortcut-list')).ShortcutList)

/** Listens for shortcuts, and opens the palette and the list of shortcuts over the page. */
export function CommandHost({
  openNew,
  openImport,
}: {
  openNew: () => void
  openImport: () => void
}): ReactNode {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | 'compare' | null>(null)
  const [query, setQuery] = useState('')
  const hurried = useRef(false)
  const about = openId(usePathname())
  useShortcutKeys()
  useCommands({
    palette: () => {
      setQuery('')
      hurried.current = false
      setOpen('palette')
    },
    shortcuts: () => setOpen('shortcuts'),
    ...(about ? { compare: () => setOpen('compare') } : {}),
    new: openNew,
    import: openImport,
  })
  return (
    <>
      {/* The dialog is there at once: what is typed before the list has come must not go into the page. */}
      {open === 'palette' && (
        <Dialog open onClose={() => setOpen(null)} title="Find" flush>
          <Palette query={query} onQuery={setQuery} hurried={hurried} onClose={() => setOpen(null)} />
        </Dialog>
      )}
      {open === 'compare' && about && <ComparePicker id={about} onClose={() => setOpen(null)} />}
      {open === 'shortcuts' && <ShortcutList onClose={() => setOpen(null)} />}
    </>
  )
}
