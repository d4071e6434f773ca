'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button'
import themeColors from './theme-colors.json'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]
const icons = { system: Monitor, light: Sun, dark: Moon } as const
const YEAR_S = 31_536_000

/** Goes from the system's colours to light to dark; kept in a cookie, so that the page comes in the right ones. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>('system')
  useEffect(() => {
    const chosen = document.documentElement.dataset.theme
    setTheme(chosen === 'light' || chosen === 'dark' ? chosen : 'system')
  }, [])
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const choose = () => {
    setTheme(next)
    if (next === 'system') {
      delete document.documentElement.dataset.theme
    } else {
      document.documentElement.dataset.theme = next
    }
    colorBrowserBar(next)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
    document.cookie = `theme=${next}; path=/; max-age=${YEAR_S}; samesite=lax`
  }
  const Icon = icons[theme]
  return (
    <Button
      look="ghost"
      size="icon"
      onClick={choose}
      aria-label={`Colors: ${theme}. Change to ${next}.`}
      title={`Colors: ${theme}`}
    >
      <Icon aria-hidden size={15} />
    </Button>
  )
}

/** The page comes with one color for each theme of the system; a choice of ours goes for both. */
function colorBrowserBar(theme: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const ofSystem = meta.media.includes('dark') ? 'dark' : 'light'
    meta.content = themeColors[theme === 'system' ? ofSystem : theme]
  }
}
