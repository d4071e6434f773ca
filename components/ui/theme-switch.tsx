'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { Button } from './button'
import { chooseTheme, themes, useTheme } from './theme'

const icons = { system: Monitor, light: Sun, dark: Moon } as const

/** Goes from the system's colours to light to dark. */
export function ThemeSwitch() {
  const theme = useTheme()
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const Icon = icons[theme]
  return (
    <Button
      look="ghost"
      size="icon"
      onClick={() => chooseTheme(next)}
      aria-label={`Colors: ${theme}. Change to ${next}.`}
      title={`Colors: ${theme}`}
    >
      <Icon aria-hidden size={15} />
    </Button>
  )
}
