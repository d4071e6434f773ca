/** What can be asked for from anywhere, with keys and from the palette, and what lists call it. */
export const titles = {
  palette: 'Find configurations, keys and commands',
  save: 'Save',
  saveNote: 'Save with a note…',
  compare: 'Compare with…',
  export: 'Export…',
  test: 'Open or close the tests',
  search: 'Search the keys',
  undo: 'Undo',
  redo: 'Redo',
  new: 'New configuration',
  import: 'Import profiles',
  shortcuts: 'Show all shortcuts',
} as const

export type CommandId = keyof typeof titles

export type Shortcut = {
  readonly command: CommandId
  readonly key: string
  /** Command on macOS, Control elsewhere; without it the key alone is meant, outside of text. */
  readonly mod?: true
  readonly shift?: true
  /** Not on macOS, where the same keys edit text or are another's. */
  readonly notOnMac?: true
  /** Where the keys belong to somebody else: text that has a history or a search of its own. */
  readonly notIn?: 'xml' | 'other-text'
}

/** Every shortcut: what the keyboard does, what labels say, and what the list of shortcuts shows. */
export const shortcuts: readonly Shortcut[] = [
  { command: 'palette', key: 'k', mod: true },
  { command: 'save', key: 's', mod: true },
  { command: 'export', key: 'e', mod: true },
  { command: 'search', key: 'f', mod: true, notIn: 'xml' },
  { command: 'search', key: '/' },
  { command: 'undo', key: 'z', mod: true, notIn: 'other-text' },
  { command: 'redo', key: 'z', mod: true, shift: true, notIn: 'other-text' },
  { command: 'redo', key: 'y', mod: true, notOnMac: true, notIn: 'other-text' },
  { command: 'test', key: 't' },
  { command: 'new', key: 'n' },
  { command: 'shortcuts', key: '?' },
]

/** A key press, as far as shortcuts ask. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>

/** Where a key was pressed. */
export type Place = {
  readonly mac: boolean
  readonly place: 'xml' | 'text' | 'other-text' | 'page'
  /** Over a dialog nothing is asked for; over the palette, another palette. */
  readonly dialog: boolean | 'palette'
  /** Whether keys without Command or Control do something. */
  readonly singleKeys: boolean
}

/**
 * The command that a key press asks for; null for a press that belongs to the browser, or to the text it was made in. On
 * macOS Control with a letter edits text, so that only Command counts there.
 */
export function commandOf(pressed: Pressed, at: Place): CommandId | null {
  const found = shortcuts.find((shortcut) => isPressed(shortcut, pressed, at.mac) && works(shortcut, at))
  return found?.command ?? null
}

function isPressed({ key, mod, shift, notOnMac }: Shortcut, pressed: Pressed, mac: boolean): boolean {
  const [wanted, other] = mac ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey]
  // Where a character like "?" is on the keyboard differs; for it, Shift is part of the character.
  const shifted = mod === undefined || pressed.shiftKey === (shift === true)
  return (
    pressed.key.toLowerCase() === key &&
    wanted === (mod === true) &&
    !other &&
    !pressed.altKey &&
    shifted &&
    !(mac && notOnMac)
  )
}

function works({ command, mod, notIn }: Shortcut, { place, dialog, singleKeys }: Place): boolean {
  if (dialog !== false) {
    return dialog === 'palette' && command === 'palette'
  }
  if (mod === undefined) {
    return singleKeys && place === 'page'
  }
  return notIn === undefined || !(place === 'xml' || (notIn === 'other-text' && place === 'other-text'))
}

/** The keys as people read them: "⇧⌘Z" on macOS, "Ctrl+Shift+Z" elsewhere. */
export function keysInWords({ key, mod, shift }: Shortcut, mac: boolean): string {
  const letter = key.toUpperCase()
  if (mod === undefined) {
    return letter
  }
  return mac ? `${shift ? '⇧' : ''}⌘${letter}` : `Ctrl+${shift ? 'Shift+' : ''}${letter}`
}

/** The keys of a command, the first ones when there are several; "" when it has none. */
export function keysOf(command: CommandId, mac: boolean): string {
  const shortcut = shortcuts.find((each) => each.command === command)
  return shortcut ? keysInWords(shortcut, mac) : ''
}
