import { expect, test } from 'vitest'
import { counted, quoted } from './words'

test('a number agrees with its noun', () => {
  expect([0, 1, 2].map((count) => counted(count, 'key'))).toEqual(['0 keys', '1 key', '2 keys'])
  expect(counted(3, 'piece of advice', 'pieces of advice')).toBe('3 pieces of advice')
})

test('a quoted value tells no password of an address', () => {
  expect(quoted('https://ana:pw-73@help.example.org/a')).toBe('"https://ana:…@help.example.org/a"')
  expect(quoted('ldaps://:pw-73@dc.example.org')).not.toContain('pw-73')
  expect(quoted('https://help.example.org:8443/a@b')).toBe('"https://help.example.org:8443/a@b"')
})
