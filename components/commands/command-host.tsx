'use client'
import { usePathname } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import { openId } from '@/components/library/open-id'
import { Dialog } from '@/components/ui/dialog'
import { lazily } from '@/components/ui/lazily'
import { lazyDialog } from '@/components/ui/lazy-dialog'
import { useCommands, useShortcutKeys } from './commands'
import { PaletteField } from './palette-field'
import type { Choice } from './use-combobox'

const Palette = lazily(async () => (await import('./palette')).Palette, {
  loading: ({ query, onQuery, choice }) => (
    <>
      <PaletteField
        query={query}
        onQuery={(next) => {
          choice.current = null
          onQuery(next)
        }}
        onKeyDown={({ key }) => {
          choice.current = key === 'Enter' ? { query, movedTo: null } : choice.current
        }}
      />
      <p className="px-5 py-8 text-center text-ink-2">Opening the list…</p>
    </>
  ),
})
const LateChoice = lazily(async () => (await import('./palette')).LateChoice, { quiet: true })
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
  const choice = useRef<Choice | null>(null)
  const [late, setLate] = useState<readonly Choice[]>([])
  const [opened, setOpened] = useState(0)
  const about = openId(usePathname())
  useShortcutKeys()
  useCommands({
    palette: () => {
      const { current } = choice
      if (current) {
        setLate((before) => [...before, current])
      }
      choice.current = null
      setQuery('')
      setOpened(opened + 1)
      setOpen('palette')
    },
    shortcuts: () => setOpen('shortcuts'),
    ...(about ? { compare: () => setOpen('compare') } : {}),
    new: openNew,
    import: openImport,
  })
  const close = () => {
    choice.current = null
    setOpen(null)
  }
  return (
    <>
      {/* The dialog is there at once: what is typed before the list has come must not go into the page. */}
      {open === 'palette' && (
        <Dialog open onClose={close} title="Find" flush>
          <div data-palette>
            <Palette key={opened} query={query} onQuery={setQuery} choice={choice} onClose={close} />
          </div>
        </Dialog>
      )}
      {late.map((each) => (
        <LateChoice
          key={late.indexOf(each)}
          choice={each}
          onDone={() => setLate((before) => before.filter((other) => other !== each))}
        />
      ))}
      {open === 'compare' && about && <ComparePicker id={about} onClose={() => setOpen(null)} />}
      {open === 'shortcuts' && <ShortcutList onClose={() => setOpen(null)} />}
    </>
  )
}
