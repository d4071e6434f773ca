'use client'
import { useSyncExternalStore } from 'react'
import themeColors from './theme-colors.json'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
const YEAR_S = 31_536_000

function themeNow(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/** The theme that was chosen; the page follows the system until one is. */
export const useTheme = () => useSyncExternalStore(subscribe, themeNow, () => 'system' as const)

/** Chooses a theme; kept in a cookie, so that the page comes in the right colors. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme
  } else {
    document.documentElement.dataset.theme = theme
  }
  colorBrowserBar(theme)
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR_S}; samesite=lax`
}

/** The page comes with one color for each theme of the system; a choice of ours goes for both. */
function colorBrowserBar(theme: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const ofSystem = meta.media.includes('dark') ? 'dark' : 'light'
    meta.content = themeColors[theme === 'system' ? ofSystem : theme]
  }
}
