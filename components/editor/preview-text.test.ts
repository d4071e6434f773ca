import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storeOf } from '@/components/open-profile/fixtures/store-of'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { PlistValue } from '@/lib/plist/value'
import { writeXml } from '@/lib/plist/xml/writer'
import { applyEdits } from '@/lib/profile/edit'
import { newProfile } from '@/lib/profile/identity'
import { PreviewText } from './preview-text'

const login = 'com.jamf.connect.login'
const connect = 'com.jamf.connect'
const text = (value: string): PlistValue => ({ type: 'string', value })

const keys = [
  { domain: login, path: ['OIDCClientID'] },
  { domain: login, path: ['OIDCClientSecret'] },
  { domain: login, path: ['HelpURL'] },
  { domain: connect, path: ['IdPSettings', 'ClientSecret'] },
  { domain: connect, path: ['IdPSettings', 'ROPGID'] },
  { domain: connect, path: ['OwnKey'] },
] as const

const SECRET = 'never-shown'

function profile(): ProfileStore {
  let uuid = 0
  const newUuid = () => `00000000-0000-0000-0000-${String(++uuid).padStart(12, '0')}`
  const filled = keys.map((key) => ({ ...key, value: text(`a ${key.path.join(' ')}`) }))
  return storeOf(writeXml(applyEdits(newProfile({ name: 'Preview', newUuid }), filled)))
}

const typed = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    'a\nb',
    'two\n\nlines\n',
    '<string>',
    '</string><key>A</key>',
    '&amp;',
    'a > b',
    'é\t€',
    'https://user:password@acme.example',
    'https://acme.example/?client_secret=abc&b=c',
    'https://acme.example/callback',
  ),
)
const step = fc.oneof(
  fc.record({ at: fc.nat(keys.length - 1), value: typed }),
  fc.record({ at: fc.nat(keys.length - 1), value: fc.constant(null) }),
  fc.record({ at: fc.nat(keys.length - 1), value: fc.constant('undo' as const) }),
)

function take(store: ProfileStore, { at, value }: { at: number; value: string | null }): void {
  const { domain, path } = keys[at % keys.length] ?? keys[0]
  if (value === 'undo') {
    store.undo()
  } else {
    store.set(domain, path, value === null ? null : text(value))
  }
}

test('a preview that follows every edit shows what one read anew shows', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, secrets) => {
      const store = profile()
      const followed = new PreviewText()
      for (const each of steps) {
        take(store, each)
        expect(followed.of(store, secrets)).toEqual(new PreviewText().of(store, secrets))
      }
    }),
    { numRuns: 300 },
  )
})

test('a secret is masked at every key press, also while texts before and behind it change', () => {
  const secret = fc
    .array(fc.constantFrom('\n', '-', '&', '<', 'x'), { maxLength: 6 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(fc.tuple(secret, typed), { maxLength: 12 }), (presses) => {
      const store = profile()
      const followed = new PreviewText()
      for (const [ending, other] of presses) {
        for (const { domain, path } of keys) {
          const masked = path.at(-1)?.includes('Secret') === true
          store.set(domain, path, text(masked ? SECRET + ending + SECRET : other))
        }
        expect(followed.of(store, false).lines.join('\n')).not.toContain(SECRET)
      }
    }),
    { numRuns: 300 },
  )
})

test('the lines of the key in hand are marked', () => {
  const store = profile()
  const followed = new PreviewText()
  const first = followed.of(store, false)
  store.set(login, ['HelpURL'], text('https://help.example.com'))
  const second = followed.of(store, false)
  expect(second.lines).toHaveLength(first.lines.length)
  const { from = 0, to = 0 } = second.marked ?? {}
  expect(second.lines.slice(from, to + 1).map((line) => line.trim())).toEqual([
    '<key>HelpURL</key>',
    '<string>https://help.example.com</string>',
  ])
})
