import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rememberSecrets } from './known-secrets'

const secrets = fc.stringMatching(/^[aZ07 &<"%+=#;é€_.~-]{5,16}$/).map((text) => `${text.trim()}q!7x`)
const before = fc.stringMatching(/^(?:[a-zA-Z]{1,9}[ ,.:]{1,2}){50}$/)

/** How a whole secret may be written, with how somebody reads a beginning of it. */
const spellings: readonly (readonly [(text: string) => string, (text: string) => string])[] = [
  [(text) => text, (text) => text],
  [
    (text) => encodeURIComponent(text),
    (text) => decodeURIComponent(text.replace(/(?:%[0-9A-F]{0,2})+$/, '')),
  ],
  [(text) => JSON.stringify(text).slice(1, -1), (text) => text.replace(/\\(.)/g, '$1')],
  [(text) => Buffer.from(text).toString('base64'), (text) => Buffer.from(text, 'base64').toString()],
  [
    (text) => Buffer.from(`jane:${text}`).toString('base64url'),
    (text) => Buffer.from(text, 'base64').toString(),
  ],
  [(text) => Buffer.from(text).toString('hex'), (text) => Buffer.from(text, 'hex').toString()],
]

test('half a secret at which a text was shortened is hidden too, however it is spelled', () => {
  fc.assert(
    fc.property(
      before,
      secrets,
      fc.constantFrom(...spellings),
      fc.nat(100),
      fc.constantFrom('…', '… (900 characters)', ''),
      (words, secret, [spell, read], cut, behind) => {
        const known = rememberSecrets()
        known.learn('client_secret', secret)
        const spelled = spell(secret)
        const half = spelled.slice(0, cut % spelled.length)
        const told = known.hide(`${words}${half}${behind}`, 'theirs')
        expect(told.startsWith(words)).toBe(true)
        const left = told.slice(words.length, told.length - behind.length)
        expect(read(left)).not.toContain(secret.slice(0, 5))
      },
    ),
    { numRuns: 300 },
  )
})

test.each([
  ['We know correct-horse-b…', 'We know <password>…'],
  ['We know correct%2Dhorse%2…', 'We know <password>…'],
  ['We know correct-%E2%8…', 'We know <password>…'],
  ['We know YW5uOmNvcnJlY3QtaG9y…', 'We know <password>…'],
  ['We know 63 6f 72 72 65 63 74 2d…', 'We know <password>…'],
  ['It is correct…', 'It is <password>…'],
  ['It is cor…', 'It is cor…'],
  ['It is correct', 'It is correct'],
  [`${'a page of words '.repeat(8)}correct-horse`, `${'a page of words '.repeat(8)}<password>`],
])('%s is shown as %s where the secret is correct-horse-battery-1', (text, told) => {
  const known = rememberSecrets()
  known.learn('password', 'correct-horse-battery-1')
  expect(known.hide(text, 'theirs')).toBe(told)
})
