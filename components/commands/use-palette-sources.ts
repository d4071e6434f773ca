'use client'
import { useQuery } from '@tanstack/react-query'
import { usePathname, useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { otherNames } from '@/components/editor/others'
import { templateAction, useMarkTemplate } from '@/components/library/changes'
import { openId } from '@/components/library/open-id'
import { itemOf } from '@/components/library/queries'
import { setUpAddress } from '@/components/set-up/addresses'
import { chooseTheme } from '@/components/ui/theme'
import { type KnownKey, outsideLists } from '@/lib/schema/keys'
import { commandsNow, singleKeys, useMac } from './commands'
import { type PaletteItem, type PaletteSources, placeOfKey } from './palette-items'
import { recentIds } from './recent'
import { type CommandId, keysOf, shortcuts, titles } from './shortcuts'
import { usePaletteConfigurations } from './use-palette-configurations'

/** The keys of a command; none while those of a single key are switched off. */
const workingKeys = (id: CommandId, mac: boolean) =>
  singleKeys() || shortcuts.find(({ command }) => command === id)?.mod ? keysOf(id, mac) : ''

/** Other words that lead to the commands, in the order in which they are offered where somebody can do them. */
const words: { readonly [id in Exclude<CommandId, 'palette'>]: string } = {
  save: 'store version',
  saveNote: 'store version comment reason why message',
  compare: 'difference another configuration versions',
  export: 'download mobileconfig plist',
  test: 'sign in check discovery oidc ropg',
  search: 'filter find',
  undo: 'back',
  redo: 'again',
  new: 'create add provider',
  import: 'open upload file mobileconfig',
  shortcuts: 'keyboard help',
}
const offered = Object.keys(words) as (keyof typeof words)[]

const themeTitles = { system: 'Colors of the system', light: 'Light colors', dark: 'Dark colors' } as const

const themes = (['light', 'dark', 'system'] as const).map((theme) => ({
  id: `command:theme-${theme}`,
  title: themeTitles[theme],
  words: 'theme appearance mode',
  run: () => chooseTheme(theme),
}))

type Go = (address: string) => () => void

const aboutOpen = (id: string, go: Go): readonly PaletteItem[] => [
  {
    id: 'command:history',
    title: 'History',
    words: 'versions compare restore',
    run: go(`/configurations/${id}/history`),
  },
  {
    id: 'command:summary',
    title: 'Summary',
    words: 'print words report',
    run: go(`/configurations/${id}/summary`),
  },
  {
    id: 'command:set-up',
    title: 'Set up the provider…',
    words: 'guide console register application steps entra okta',
    run: go(setUpAddress(id)),
  },
]

const placesOf = (go: Go): readonly PaletteItem[] => [
  { id: 'command:home', title: 'All configurations', words: 'home list library', run: go('/') },
  { id: 'command:reference', title: 'Key reference', words: 'documentation help', run: go('/reference') },
  { id: 'command:deleted', title: 'Deleted configurations', words: 'trash restore', run: go('/deleted') },
]

/** Marks the configuration that is open as a template, or takes the mark away; nothing while its tags are not known. */
function useTemplateCommand(id: string | undefined): readonly PaletteItem[] {
  const { data: item } = useQuery({ ...itemOf(id ?? ''), enabled: id !== undefined })
  const { mutate } = useMarkTemplate()
  return useMemo(() => {
    const run = () => item && mutate(item)
    return item
      ? [{ id: 'command:template', title: templateAction(item), words: 'start from new tag mark', run }]
      : []
  }, [item, mutate])
}

/** What the palette can offer on the page as it is, for what is asked; `waiting`: its configurations are on the way. */
export function usePaletteSources(query: string): PaletteSources & { readonly waiting: boolean } {
  const router = useRouter()
  const mac = useMac()
  const pathname = usePathname()
  const recent = useState(recentIds)[0]
  const { list, waiting } = usePaletteConfigurations(query, recent)
  const open = openId(pathname)
  const template = useTemplateCommand(open)
  return useMemo(() => {
    const now = commandsNow()
    const go = (address: string) => () => router.push(address)
    return {
      waiting,
      recent,
      configurations: list.map(({ id, name, provider, words: held }) => ({
        id: `configuration:${id}`,
        title: name,
        words: held,
        ...(provider ? { note: provider } : {}),
        run: go(`/configurations/${id}`),
      })),
      commands: [
        ...offered.flatMap((id): PaletteItem[] => {
          const run = now[id]
          const said = { title: titles[id], words: words[id], keys: workingKeys(id, mac) }
          return run && now.can?.[id]?.() !== false ? [{ ...said, id: `command:${id}`, run }] : []
        }),
        ...(open ? aboutOpen(open, go) : []),
        ...template,
        ...placesOf(go),
        ...themes,
      ],
      key: (key: KnownKey) => ({
        id: `key:${key.id}`,
        title: key.definition.title,
        code: key.name,
        note: placeOfKey(key),
        run: () =>
          now.showKey
            ? now.showKey(key.domain, outsideLists(key.path))
            : router.push(`/reference/${key.manifest.id}#${key.id}`),
      }),
      others: now.settings ? otherNames(now.settings()) : [],
      other: (domain: string, name: string, at: number) => ({
        // By its place: names in a profile are not remembered.
        id: `other:${domain}/${at}`,
        title: name,
        note: domain,
        run: () => now.showKey?.(domain, [name]),
      }),
    }
  }, [list, waiting, recent, mac, open, template, router])
}
