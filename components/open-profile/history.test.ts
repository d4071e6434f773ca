import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openXml } from '@/lib/plist/xml/patch'
import { storeOf } from './fixtures/store-of'
import { History, type State } from './history'
import type { ProfileStore } from './profile-store'

const source = openXml('<plist version="1.0"><dict/></plist>')
const at = (number: number, pending: string | null = null): State => ({
  snapshot: { source, root: { type: 'integer', value: BigInt(number) } },
  pending,
  apart: new Set(),
})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** What a caller does: remembers the state it leaves, and goes where undo and redo send it. */
class Caller {
  readonly history = new History()
  now = at(0)

  change(next: State, label?: string): void {
    this.history.remember(this.now, label)
    this.now = next
  }

  undo(): boolean {
    const before = this.history.undo(this.now)
    this.now = before ?? this.now
    return before !== null
  }

  redo(): boolean {
    const next = this.history.redo(this.now)
    this.now = next ?? this.now
    return next !== null
  }
}

it('undo goes back through every state in turn and redo through all of them again, wherever one turns', () => {
  const moves = fc.array(fc.constantFrom('change', 'change', 'undo', 'redo'), { maxLength: 90 })
  fc.assert(
    fc.property(moves, (sequence) => {
      const caller = new Caller()
      // The plain model: a line of states and a place in it.
      let line = [caller.now]
      let place = 0
      sequence.forEach((move, index) => {
        if (move === 'change') {
          line = [...line.slice(0, place + 1), at(index + 1)]
          place += 1
          caller.change(at(index + 1))
        } else {
          const next = place + (move === 'undo' ? -1 : 1)
          expect(caller[move as 'undo' | 'redo']()).toBe(line[next] !== undefined)
          place = line[next] === undefined ? place : next
        }
        expect(caller.now).toEqual(line[place])
        expect([caller.history.canUndo, caller.history.canRedo]).toEqual([place > 0, place < line.length - 1])
      })
    }),
  )
})

it('changes with one label are one step while less than a second lies between them', () => {
  const caller = new Caller()
  for (const number of [1, 2, 3]) {
    caller.change(at(number), 'key')
    vi.advanceTimersByTime(999)
  }
  vi.advanceTimersByTime(1)
  caller.change(at(4), 'key')
  caller.change(at(5), 'another key')
  const seen = []
  while (caller.undo()) {
    seen.push(caller.now)
  }
  expect(seen).toEqual([at(4), at(3), at(0)])
})

it('changes without a label are a step each, however fast', () => {
  const caller = new Caller()
  caller.change(at(1))
  caller.change(at(2))
  caller.undo()
  expect(caller.now).toEqual(at(1))
})

it('forgets the oldest of more than a hundred steps', () => {
  const caller = new Caller()
  for (let number = 1; number <= 130; number++) {
    caller.change(at(number))
  }
  let steps = 0
  while (caller.undo()) {
    steps += 1
  }
  expect([steps, caller.now]).toEqual([100, at(30)])
})

it('text that cannot be read is the last step, and comes back with redo', () => {
  const caller = new Caller()
  caller.change(at(1))
  caller.now = at(1, '<broken')
  const seen = []
  for (const move of ['undo', 'undo', 'redo', 'redo', 'undo', 'undo'] as const) {
    caller[move]()
    seen.push(caller.now)
  }
  expect(seen).toEqual([at(1), at(0), at(1), at(1, '<broken'), at(1), at(0)])
})

const DOMAIN = 'com.jamf.connect.login'
const KEY = ['OIDCClientID']
const profileOf = () => storeOf('<plist version="1.0"><dict/></plist>', { fileName: `${DOMAIN}.plist` })
const shown = (profile: ProfileStore) => {
  const value = profile.valueOf(DOMAIN, KEY)
  return [value?.type === 'string' ? value.value : undefined, profile.pendingXml]
}
const type = (profile: ProfileStore, text: string) => {
  for (let length = 1; length <= text.length; length++) {
    profile.set(DOMAIN, KEY, { type: 'string', value: text.slice(0, length) })
    vi.advanceTimersByTime(100)
  }
}

it('a word typed into a field is one step, and one typed after a pause another', () => {
  const profile = profileOf()
  type(profile, 'one')
  vi.advanceTimersByTime(1_000)
  type(profile, 'two')
  profile.undo()
  expect(shown(profile)).toEqual(['one', null])
  profile.undo()
  expect([...shown(profile), profile.dirty, profile.canUndo]).toEqual([undefined, null, false, false])
  profile.redo()
  profile.redo()
  expect(shown(profile)).toEqual(['two', null])
})

it('Reset gives broken XML up, undo brings it back, and both can be had again', () => {
  const profile = profileOf()
  type(profile, 'one')
  profile.setText('<broken')
  profile.reset()
  expect(shown(profile)).toEqual([undefined, null])
  for (const [move, expected] of [
    ['undo', ['one', '<broken']],
    ['redo', [undefined, null]],
    ['undo', ['one', '<broken']],
    ['undo', ['one', null]],
    ['undo', [undefined, null]],
  ] as const) {
    profile[move]()
    expect(shown(profile)).toEqual(expected)
  }
})

it('after a new change what was undone cannot come back, also when the change is text that cannot be read', () => {
  const profile = profileOf()
  type(profile, 'one')
  profile.undo()
  profile.setText('<broken')
  expect(profile.canRedo).toBe(false)
  profile.undo()
  type(profile, 'two')
  expect(profile.canRedo).toBe(false)
})

it('what is done as a whole is a step of its own, however soon it follows', () => {
  const domain = 'com.jamf.connect.login'
  const profile = storeOf('<plist version="1.0"><dict/></plist>', { fileName: `${domain}.plist` })
  const list = (...texts: string[]) => ({
    type: 'array' as const,
    items: texts.map((value) => ({ type: 'string' as const, value })),
  })
  profile.set(domain, ['OIDCAdmin'], list('', ''), 'whole')
  profile.set(domain, ['OIDCAdmin', 0], { type: 'string', value: 'a' })
  profile.set(domain, ['OIDCAdmin', 0], { type: 'string', value: 'ab' })
  profile.set(domain, ['OIDCAdmin'], list('ab', '', ''), 'whole')
  profile.set(domain, ['OIDCAdmin'], list('ab', 'c', 'd', ''), 'whole')
  const seen = []
  while (profile.canUndo) {
    profile.undo()
    seen.push(profile.valueOf(domain, ['OIDCAdmin']))
  }
  expect(seen).toEqual([list('ab', '', ''), list('ab', ''), list('', ''), undefined])
})
