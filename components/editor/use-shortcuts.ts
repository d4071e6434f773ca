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
 * Command or Control with S, Z, Shift-Z, Y, E and F. Undo inside the XML view belongs to that editor, and in a text field
 * beside the form (search, a name) to the browser; everywhere else it is the history of the profile, which also holds
 * what was typed.
 */
export function useShortcuts({ save, undo, redo, search, exportFile }: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const inEditor = target?.closest('.cm-editor') != null
      const inOtherText = target?.matches('input, textarea') === true && target.closest('form') === null
      if (!(event.metaKey || event.ctrlKey) || event.altKey || document.querySelector('dialog[open]')) {
        return
      }
      const pressed = `${event.shiftKey ? 'shift-' : ''}${event.key.toLowerCase()}`
      const actions: Record<string, (() => void) | undefined> = {
        s: save,
        e: exportFile,
        ...(inEditor || inOtherText ? {} : { z: undo, 'shift-z': redo, y: redo }),
        ...(inEditor ? {} : { f: search }),
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
