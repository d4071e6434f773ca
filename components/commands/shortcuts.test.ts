import { describe, expect, it } from 'vitest'
import { commandOf, keysInWords, keysOf, type Place, type Pressed, shortcuts } from './shortcuts'

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const page: Place = { mac: false, place: 'page', dialog: false, singleKeys: true }
const mac: Place = { ...page, mac: true }

describe('a shortcut', () => {
  it.each(['e', 'f', 'k', 'y', 's', 'z'])('leaves Control with %s to the text on macOS', (key) => {
    expect(commandOf(press(key, { ctrlKey: true }), mac)).toBeNull()
    expect(commandOf(press(key, { ctrlKey: true, metaKey: true }), mac)).toBeNull()
    expect(commandOf(press(key, { ctrlKey: true }), page)).not.toBeNull()
    expect(commandOf(press(key, { metaKey: true }), page)).toBeNull()
  })

  it('is Command on macOS', () => {
    expect(commandOf(press('s', { metaKey: true }), mac)).toBe('save')
    expect(commandOf(press('Z', { metaKey: true, shiftKey: true }), mac)).toBe('redo')
    expect(commandOf(press('y', { metaKey: true }), mac)).toBeNull()
  })

  it('leaves undo to text that has its own, and search to the XML', () => {
    const undo = press('z', { ctrlKey: true })
    expect(commandOf(undo, { ...page, place: 'text' })).toBe('undo')
    expect(commandOf(undo, { ...page, place: 'other-text' })).toBeNull()
    expect(commandOf(undo, { ...page, place: 'xml' })).toBeNull()
    expect(commandOf(press('f', { ctrlKey: true }), { ...page, place: 'other-text' })).toBe('search')
    expect(commandOf(press('f', { ctrlKey: true }), { ...page, place: 'xml' })).toBeNull()
  })

  it.each(['?', '/', 'n', 't'])('of one key is typed in text, and can be turned off: %s', (key) => {
    const pressed = press(key, { shiftKey: key === '?' })
    expect(commandOf(pressed, page)).not.toBeNull()
    expect(commandOf(pressed, { ...page, singleKeys: false })).toBeNull()
    for (const place of ['xml', 'text', 'other-text'] as const) {
      expect(commandOf(pressed, { ...page, place })).toBeNull()
    }
  })

  it('over the palette asks for another palette, and for nothing else', () => {
    const at = { ...page, place: 'text', dialog: 'palette' } as const
    expect(commandOf(press('k', { ctrlKey: true }), at)).toBe('palette')
    expect(commandOf(press('s', { ctrlKey: true }), at)).toBeNull()
    expect(commandOf(press('?'), { ...at, place: 'page' })).toBeNull()
  })

  it('waits while a dialog asks something, and while Alt is held', () => {
    for (const { key, shift } of shortcuts) {
      const held = { ctrlKey: true, shiftKey: shift === true }
      expect(commandOf(press(key, held), { ...page, dialog: true })).toBeNull()
      expect(commandOf(press(key, { ...held, altKey: true }), page)).toBeNull()
    }
  })

  it('says the keys of the system', () => {
    const redo = shortcuts.filter(({ command }) => command === 'redo')
    expect(redo.map((each) => keysInWords(each, true))).toEqual(['⇧⌘Z', '⌘Y'])
    expect(redo.map((each) => keysInWords(each, false))).toEqual(['Ctrl+Shift+Z', 'Ctrl+Y'])
    expect(keysOf('palette', true)).toBe('⌘K')
    expect(keysOf('import', true)).toBe('')
  })
})
