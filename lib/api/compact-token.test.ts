import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCompact } from './compact-token'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('a token says what was put into it, in base64 for URLs and in plain base64', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (claims, plain) => {
      const base64 = plain ? Buffer.from(JSON.stringify(claims)).toString('base64') : part(claims)
      const read = readCompact(`${part({ alg: 'ES256' })}.${base64}.c2ln`)
      expect(JSON.stringify(read)).toBe(JSON.stringify({ header: { alg: 'ES256' }, claims }))
    }),
  )
})

test.each([
  ['a.b.c.d.e', 'encrypted'],
  [`${part({})}.${part({})}`, 'not-a-token'],
  [`${part({})}.${part([])}.x`, 'not-a-token'],
  [`${part({})}.${part('text')}.x`, 'not-a-token'],
  [`${part({})}.${Buffer.from('{"a":"\xff"}', 'latin1').toString('base64url')}.x`, 'not-a-token'],
  [`${part({})}.e.x`, 'not-a-token'],
])('%s is %s', (text, defect) => {
  expect(readCompact(text)).toBe(defect)
})

test('no text ends in an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      expect(['encrypted', 'not-a-token', 'object']).toContain([readCompact(text)].map(kindOf)[0])
    }),
  )
})

const kindOf = (read: unknown) => (typeof read === 'string' ? read : typeof read)
