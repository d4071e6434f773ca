'use client'
import { useEffect } from 'react'

export type Shortcuts = {
  readonly save: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly search: () => void
  readonly exportFile: () => void
}

/**
 * Command or Control with S, Z, Shift-Z, Y, E and F. Undo inside the XML view belongs to that editor; everywhere else it
 * is the history of the profile, which also holds what was typed.
 */
export function useShortcuts({ save, undo, redo, search, exportFile }: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inEditor = event.target instanceof Element && event.target.closest('.cm-editor') !== null
      if (!(event.metaKey || event.ctrlKey) || event.altKey || document.querySelector('dialog[open]')) {
        return
      }
      const pressed = `${event.shiftKey ? 'shift-' : ''}${event.key.toLowerCase()}`
      const actions: Record<string, (() => void) | undefined> = {
        s: save,
        e: exportFile,
        ...(inEditor ? {} : { z: undo, 'shift-z': redo, y: redo, f: search }),
      }
      const action = actions[pressed]
      if (action) {
        event.preventDefault()
        action()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [save, undo, redo, search, exportFile])
}
