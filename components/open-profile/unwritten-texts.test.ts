import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PlistValue } from '@/lib/plist/value'
import { writeXml } from '@/lib/plist/xml/writer'
import { profileFor } from '@/lib/profile/template'
import { storeOf } from './fixtures/store-of'
import { UnwrittenTexts } from './unwritten-texts'

const connect = 'com.jamf.connect'
const actions = 'com.jamf.connect.actions'
const interval = ['PasswordPolicies', 'NetworkCheck']
const halfTyped = { text: '15 min', error: 'Enter a whole number.' }
const string = (value: string): PlistValue => ({ type: 'string', value })
const integer = (value: bigint): PlistValue => ({ type: 'integer', value })

function open() {
  const profile = storeOf(writeXml(profileFor('EntraID', { name: 'Fabrikam' })))
  const texts = new UnwrittenTexts(profile)
  texts.start()
  return { profile, texts }
}

it('a text stays while its key holds the same: through edits beside it, undo, other text of the XML, and Reset', () => {
  const { profile, texts } = open()
  profile.set(connect, interval, integer(15n))
  profile.markSaved(profile)
  texts.keep(connect, interval, halfTyped)
  profile.set(connect, ['IdPSettings', 'ROPGID'], string('4b1d'))
  profile.undo()
  profile.setText(profile.text.replaceAll('Fabrikam', 'Northwind'))
  profile.reset()
  expect(texts.at(connect, interval)).toBe(halfTyped)
  expect(texts.at(connect, ['IdPSettings', 'ROPGID'])).toBeUndefined()
})

it('a text goes when its key holds something else, and does not come back with the value', () => {
  for (const change of ['set', 'undo', 'setText', 'reset', 'become'] as const) {
    const { profile, texts } = open()
    profile.set(connect, interval, integer(15n))
    texts.keep(connect, interval, halfTyped)
    const before = profile.text
    const changes = {
      set: () => profile.set(connect, interval, null),
      undo: () => profile.undo(),
      setText: () => profile.setText(before.replace('<integer>15</integer>', '<integer>30</integer>')),
      reset: () => profile.reset(),
      become: () => profile.become(open().profile),
    }
    changes[change]()
    expect(texts.at(connect, interval), change).toBeUndefined()
    profile.setText(before)
    expect(texts.at(connect, interval), change).toBeUndefined()
  }
})

it('a text that is none of the profile is no change of it', () => {
  const { profile, texts } = open()
  texts.keep(connect, interval, halfTyped)
  expect([profile.dirty, profile.canUndo, profile.text.includes('15 min')]).toEqual([false, false, false])
})

it('listeners hear of a text, and of the profile once it has taken texts away', () => {
  const { profile, texts } = open()
  const heard: (string | undefined)[] = []
  texts.subscribe(() => heard.push(texts.at(connect, interval)?.text))
  texts.keep(connect, interval, halfTyped)
  profile.set(connect, interval, integer(15n))
  texts.drop(connect, interval)
  expect(heard).toEqual(['15 min', undefined])
})

type Move = { what: 'add' | 'remove' | 'swap' | 'name'; at: number }
const move = fc.record<Move>({
  what: fc.constantFrom('add', 'remove', 'swap', 'name'),
  at: fc.nat(5),
})

it('a text goes with its element of a list wherever that is moved, and with no other', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), fc.nat(2), (moves, chosen) => {
      const { profile, texts } = open()
      let names = ['first', 'second', 'third']
      const [owner] = names.slice(chosen)
      const put = (items: readonly PlistValue[]) =>
        profile.set(actions, ['Actions'], { type: 'array', items }, 'whole')
      const items = () => {
        const list = profile.valueOf(actions, ['Actions'])
        return list?.type === 'array' ? list.items : []
      }
      const named = (name: string): PlistValue => ({
        type: 'dict',
        entries: [{ key: 'Name', value: string(name) }],
      })
      put(names.map(named))
      texts.keep(actions, ['Actions', chosen, 'Timer'], halfTyped)
      for (const [step, { what, at }] of moves.entries()) {
        const index = at % Math.max(1, names.length)
        const name = `added ${step}`
        if (what === 'add') {
          put([...items(), named(name)])
          names = [...names, name]
        } else if (names.length > 0 && what === 'remove') {
          put(items().toSpliced(index, 1))
          names = names.toSpliced(index, 1)
        } else if (names.length > 0 && what === 'swap') {
          put([...items().slice(index), ...items().slice(0, index)])
          names = [...names.slice(index), ...names.slice(0, index)]
        } else if (names.length > 0) {
          profile.set(actions, ['Actions', index, 'Label'], string(name))
        }
        const withText = names.filter((_, place) => texts.at(actions, ['Actions', place, 'Timer']))
        expect(withText).toEqual(names.filter((other) => other === owner))
        // Nor one behind the last, where the next that is added would get it.
        expect(texts.at(actions, ['Actions', names.length, 'Timer'])).toBeUndefined()
      }
    }),
  )
})
