'use client'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { useConfigurations } from '@/components/library/queries'
import { chooseTheme } from '@/components/ui/theme'
import { type KnownKey, outsideLists } from '@/lib/schema/keys'
import { commandsNow, useMac } from './commands'
import { type PaletteItem, type PaletteSources, placeOfKey } from './palette-items'
import { recentIds } from './recent'
import { type CommandId, keysOf } from './shortcuts'

/** The commands that have a name of their own, in their order; offered where somebody can do them. */
const named: readonly { id: CommandId; title: string; words?: string }[] = [
  { id: 'save', title: 'Save', words: 'store version' },
  { id: 'export', title: 'Export…', words: 'download mobileconfig plist' },
  { id: 'test', title: 'Tests: open or close', words: 'sign in check discovery oidc ropg' },
  { id: 'search', title: 'Search the keys', words: 'filter find' },
  { id: 'undo', title: 'Undo', words: 'back' },
  { id: 'redo', title: 'Redo', words: 'again' },
  { id: 'new', title: 'New configuration', words: 'create add provider' },
  { id: 'import', title: 'Import profiles', words: 'open upload file mobileconfig' },
  { id: 'shortcuts', title: 'Show all shortcuts', words: 'keyboard help' },
]

const themeTitles = { system: 'Colors of the system', light: 'Light colors', dark: 'Dark colors' } as const

/** What the palette can offer on the page as it is. */
export function usePaletteSources(): PaletteSources {
  const router = useRouter()
  const mac = useMac()
  const list = useConfigurations().data?.configurations
  return useMemo(() => {
    const now = commandsNow()
    const go = (address: string) => () => router.push(address)
    const themes = (['light', 'dark', 'system'] as const).map((theme) => ({
      id: `command:theme-${theme}`,
      title: themeTitles[theme],
      words: 'theme appearance mode',
      run: () => chooseTheme(theme),
    }))
    const pages = [
      { id: 'command:home', title: 'All configurations', words: 'home list library', run: go('/') },
      { id: 'command:reference', title: 'Key reference', words: 'documentation help', run: go('/reference') },
    ]
    return {
      recent: recentIds(),
      configurations: (list ?? []).map(({ id, name, provider }) => ({
        id: `configuration:${id}`,
        title: name,
        ...(provider ? { note: provider } : {}),
        run: go(`/configurations/${id}`),
      })),
      commands: [
        ...named.flatMap(({ id, ...said }): PaletteItem[] => {
          const run = now[id]
          return run ? [{ ...said, id: `command:${id}`, keys: keysOf(id, mac), run }] : []
        }),
        ...pages,
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
    }
  }, [list, mac, router])
}
