import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSealedCookie, sealedCookieIds, sealedCookies } from './sealed-cookie'

const kind = { prefix: 'k-', path: '/api/x', seconds: 600, most: 2 }
const key = randomBytes(32)
const options = { key, secure: false, cookies: '' }
const pairOf = (line = '') => line.split(';', 1)[0] ?? ''

test('a value comes back under its own name and key, and nowhere else', () => {
  const [line = ''] = sealedCookies(kind, 'one', { secret: 'value' }, options)
  const pair = pairOf(line)
  expect(line).not.toContain('value')
  expect(openSealedCookie(kind, 'one', `a=b; ${pair}; c`, key)).toEqual({ secret: 'value' })
  expect(openSealedCookie(kind, 'two', pair.replace('k-one', 'k-two'), key)).toBeNull()
  expect(openSealedCookie(kind, 'one', pair, randomBytes(32))).toBeNull()
  expect(openSealedCookie(kind, 'one', '', key)).toBeNull()
})

test('no changed byte opens', () => {
  const [name, sealed = ''] = pairOf(sealedCookies(kind, 'one', 1, options)[0]).split('=')
  const bytes = Buffer.from(sealed, 'base64url')
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(openSealedCookie(kind, 'one', `${name}=${changed.toString('base64url')}`, key)).toBeNull()
  }
})

test('scripts and other sites do not get it', () => {
  const [plain] = sealedCookies(kind, 'one', 1, options)
  expect(plain).toMatch(/; Path=\/api\/x; HttpOnly; SameSite=Strict; Max-Age=600$/)
  expect(sealedCookies(kind, 'one', 1, { ...options, secure: true })[0]).toContain('; Secure')
})

test('a browser keeps no more of a kind than allowed', () => {
  const cookies = 'k-a=1; other=2; k-b=3'
  expect(sealedCookieIds(kind, cookies)).toEqual(['a', 'b'])
  const lines = sealedCookies(kind, 'c', 1, { ...options, cookies })
  expect(lines.map((line) => [pairOf(line).split('=')[0], /Max-Age=0$/.test(line)])).toEqual([
    ['k-a', true],
    ['k-b', true],
    ['k-c', false],
  ])
})
