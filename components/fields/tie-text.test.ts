import { expect, it } from 'vitest'
import { storeOf } from '@/components/open-profile/fixtures/store-of'
import { UnwrittenTexts } from '@/components/open-profile/unwritten-texts'
import { writeXml } from '@/lib/plist/xml/writer'
import { profileFor } from '@/lib/profile/template'
import { integerCodec } from './integer-control'
import { textCodec } from './text-codec'
import { type TextCodec, tieText } from './tie-text'

const login = 'com.jamf.connect.login'
const connect = 'com.jamf.connect'
const interval = { domain: connect, path: ['PasswordPolicies', 'NetworkCheck'] }
const client = { domain: login, path: ['OIDCROPGID'] }
const linked = { domain: connect, path: ['IdPSettings', 'ROPGID'] }

function open() {
  const profile = storeOf(writeXml(profileFor('EntraID', { name: 'Fabrikam' })))
  const texts = new UnwrittenTexts(profile)
  texts.start()
  return { profile, texts }
}

/** A text field that counts how often something is written into it; `type` is what its user does. */
class Field {
  #value = ''
  written = 0

  get value(): string {
    return this.#value
  }

  set value(text: string) {
    this.#value = text
    this.written++
  }

  type(text: string): void {
    this.#value = text
  }
}

type Opened = ReturnType<typeof open>
const fieldOf = (opened: Opened, key: typeof interval, codec: TextCodec = textCodec) => {
  const field = new Field()
  return { field, end: tieText(field, opened, key, codec) }
}
const integer = (value: bigint) => ({ type: 'integer', value }) as const
const string = (value: string) => ({ type: 'string', value }) as const

it('what is typed is never written over with itself, in whatever spelling it stands for the value', () => {
  const opened = open()
  const { field } = fieldOf(opened, interval, integerCodec)
  for (const [text, value] of [
    ['+1', 1n],
    ['+15', 15n],
    [' 015 ', 15n],
  ] as const) {
    field.type(text)
    opened.profile.set(interval.domain, interval.path, integer(value))
  }
  expect([field.value, field.written]).toEqual([' 015 ', 0])
})

it('undo, redo, edited XML, Reset and a linked key come into the field', () => {
  const opened = open()
  const { profile } = opened
  const { field } = fieldOf(opened, client)
  field.type('typed')
  profile.set(client.domain, client.path, string('typed'))
  profile.undo()
  expect(field.value).toBe('')
  profile.redo()
  expect(field.value).toBe('typed')
  profile.set(linked.domain, linked.path, string('from the other'))
  expect(field.value).toBe('from the other')
  profile.setText(profile.text.replaceAll('from the other', 'as XML'))
  expect(field.value).toBe('as XML')
  profile.reset()
  expect(field.value).toBe('')
})

it('text that is no value stays when the field is left and shown again, until its key holds another value', () => {
  const opened = open()
  const { profile, texts } = opened
  const first = fieldOf(opened, interval, integerCodec)
  profile.set(interval.domain, interval.path, integer(15n))
  first.field.type('15 min')
  texts.keep(interval.domain, interval.path, { text: '15 min', error: 'Enter a whole number.' })
  profile.set(client.domain, client.path, string('another key'))
  expect(first.field.value).toBe('15 min')
  first.end()
  const again = fieldOf(opened, interval, integerCodec)
  expect(again.field.value).toBe('15 min')
  profile.set(interval.domain, interval.path, integer(20n))
  expect([again.field.value, first.field.value]).toEqual(['20', '15 min'])
})

it('a field that is shown for another key shows nothing of the one before', () => {
  const opened = open()
  const { field, end } = fieldOf(opened, interval, integerCodec)
  field.type('15 min')
  end()
  tieText(field, opened, { ...interval, path: ['PasswordPolicies', 'MinimumLength'] }, integerCodec)
  expect(field.value).toBe('')
})
