'use client'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { PlistPath } from '@/lib/plist/value'
import type { Settings } from '@/lib/schema/settings'
import { type CommandId, commandOf, type Place } from './shortcuts'

/** What a part of the page can do now; a command that is absent does nothing there. */
export type Commands = { readonly [id in CommandId]?: () => void } & {
  /** Whether there is something to do for a command that is here, when that changes. */
  readonly can?: { readonly [id in CommandId]?: () => boolean }
  /** Shows the field of a key of the open configuration. */
  readonly showKey?: (domain: string, path: PlistPath) => void
  /** The settings of the open configuration. */
  readonly settings?: () => Settings
}

/** Those who offer commands, the ones that came last first. */
const offers = new Set<{ readonly current: Commands }>()

/** What can be done on the page as it is now. */
export function commandsNow(): Commands {
  return Object.assign({}, ...[...offers].map(({ current }) => current)) as Commands
}

/** Offers commands for as long as the component is there. */
export function useCommands(commands: Commands): void {
  const offer = useRef(commands)
  useEffect(() => {
    offer.current = commands
  })
  useEffect(() => {
    offers.add(offer)
    return () => {
      offers.delete(offer)
    }
  }, [])
}

const toNothing = () => () => {}
const isMac = () => /mac|iphone|ipad/i.test(navigator.platform)

/** Whether the keyboard has Command; false until the page is in the browser. */
export const useMac = () => useSyncExternalStore(toNothing, isMac, () => false)

const SINGLE_KEYS = 'latchkey-single-keys'

/** Whether shortcuts of one key are on; kept in this browser. */
export function singleKeys(): boolean {
  return localStorage.getItem(SINGLE_KEYS) !== 'off'
}

/** Turns shortcuts of one key on or off. */
export function setSingleKeys(on: boolean): void {
  if (on) {
    localStorage.removeItem(SINGLE_KEYS)
  } else {
    localStorage.setItem(SINGLE_KEYS, 'off')
  }
}

/** Listens for the keys of all shortcuts. */
export function useShortcutKeys(): void {
  const mac = useMac()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) {
        return
      }
      // Looked for only when the keys are those of a shortcut: a look through the whole page takes a millisecond.
      const asked = commandOf(event, {
        mac,
        get dialog() {
          const dialog = document.querySelector('dialog[open]')
          return dialog?.querySelector('[data-palette]') ? 'palette' : dialog !== null
        },
        get place() {
          return placeOf(event.target)
        },
        get singleKeys() {
          return singleKeys()
        },
      })
      const run = asked && commandsNow()[asked]
      if (run) {
        event.preventDefault()
        run()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [mac])
}

/** Undo of a field of the form is that of the profile, which also holds what was typed; other text has its own. */
function placeOf(target: EventTarget | null): Place['place'] {
  if (!(target instanceof Element)) {
    return 'page'
  }
  if (target.closest('.cm-editor')) {
    return 'xml'
  }
  if (target.matches('input:not([type=radio], [type=checkbox]), textarea')) {
    return target.closest('form') ? 'text' : 'other-text'
  }
  return target.matches('select, [contenteditable], [role=menu], [role=menu] *') ? 'text' : 'page'
}
