import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeToken } from './token'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const header = { alg: 'RS256', kid: '4f1c' }
const claims = { sub: '1', name: 'Zoë Åström 日本' }
const token = `${part(header)}.${part(claims)}.c2lnbmF0dXJl`

describe('a pasted token', () => {
  test.each([
    ['alone', token],
    ['with spaces and line breaks', ` ${token.slice(0, 30)}\n  ${token.slice(30)} `],
    ['with Bearer in front', `Bearer ${token}`],
    ['in quotation marks', `"${token}"`],
    ['in the answer of a token endpoint', JSON.stringify({ access_token: 'x', id_token: token })],
  ])('is decoded %s', (_, text) => {
    expect(decodeToken(text)).toEqual({ header, claims })
  })

  test('may be claims that are decoded already', () => {
    expect(decodeToken(JSON.stringify(claims, null, 2))).toEqual({ header: null, claims })
  })

  test.each([
    ['', 'Paste an ID token.'],
    ['hello', 'no ID token'],
    [`${part(header)}.${part('text')}.x`, 'no ID token'],
    [`${part(header)}.${part([1])}.x`, 'no ID token'],
    ['a.b.c.d.e', 'encrypted'],
    ['{"a":', 'cannot be read'],
    ['x'.repeat(300_000), 'too long'],
  ])('is refused with a sentence: %j', (text, sentence) => {
    const result = decodeToken(text)
    expect('fault' in result && result.fault).toContain(sentence)
  })

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.base64String().map((text) => `${text}.${text}.`),
        ),
        (text) => {
          expect(decodeToken(text)).toBeTypeOf('object')
        },
      ),
    )
  })
})
