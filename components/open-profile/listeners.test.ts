import { afterEach, expect, it, vi } from 'vitest'
import { writeXml } from '@/lib/plist/xml/writer'
import { profileFor } from '@/lib/profile/template'
import { storeOf } from './fixtures/store-of'

const login = 'com.jamf.connect.login'
const string = (value: string) => ({ type: 'string', value }) as const

function opened() {
  const profile = storeOf(writeXml(profileFor('EntraID', { name: 'Northwind' })))
  const heard = { all: 0, calm: 0, client: 0, scopes: 0, name: 0 }
  const count = (what: keyof typeof heard) => () => {
    heard[what]++
  }
  profile.subscribe(count('all'))
  profile.listeners.addCalm(count('calm'))
  profile.listeners.addTo({ domain: login, path: ['OIDCClientID'] }, count('client'))
  profile.listeners.addTo({ domain: login, path: ['OIDCScopes'] }, count('scopes'))
  profile.listeners.addTo({ domain: 'Configuration', path: ['PayloadDisplayName'] }, count('name'))
  return { profile, heard }
}

afterEach(() => vi.unstubAllGlobals())

it('a key press asks the fields of the keys that it changes, and no other', () => {
  const { profile, heard } = opened()
  profile.set(login, ['OIDCClientID'], string('a'))
  expect(heard).toMatchObject({ all: 1, client: 1, scopes: 0, name: 0 })
  profile.set(login, ['OIDCClientID'], null)
  profile.set('Configuration', ['PayloadDisplayName'], string('Contoso'))
  expect(heard).toMatchObject({ all: 3, client: 2, scopes: 0, name: 1 })
})

it('undo and other XML reach the fields of every key that is another one then', () => {
  const { profile, heard } = opened()
  profile.set(login, ['OIDCClientID'], string('a'))
  profile.set(login, ['OIDCScopes'], string('openid'))
  const { text } = profile
  profile.undo()
  profile.undo()
  expect(heard).toMatchObject({ client: 2, scopes: 2 })
  profile.setText(text)
  expect(heard).toMatchObject({ client: 3, scopes: 3 })
})

it('what only tells about the profile hears of typing after the paint, and of everything else at once', () => {
  const frames: (() => void)[] = []
  vi.useFakeTimers()
  vi.stubGlobal('document', { visibilityState: 'visible' })
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  const { profile, heard } = opened()
  profile.set(login, ['OIDCClientID'], string('a'))
  profile.set(login, ['OIDCClientID'], string('ab'))
  expect([heard.client, heard.calm, frames.length]).toEqual([2, 0, 1])
  frames[0]?.()
  expect(heard.calm).toBe(0)
  vi.runAllTimers()
  expect(heard.calm).toBe(1)
  profile.set(login, ['OIDCScopes'], string('openid'), 'whole')
  profile.undo()
  expect(heard.calm).toBe(3)
  vi.useRealTimers()
})

it('in a page that is hidden typing is told at once, since nothing is painted there', () => {
  vi.stubGlobal('document', { visibilityState: 'hidden' })
  vi.stubGlobal('requestAnimationFrame', () => expect.fail())
  const { profile, heard } = opened()
  profile.set(login, ['OIDCClientID'], string('a'))
  expect(heard.calm).toBe(1)
})
