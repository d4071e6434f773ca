import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWebAddress, schemeFlaw, urlIn, withoutScheme } from './web-address'

it('the ten-thousandth address with an umlaut is read like the first', () => {
  const hosts = new Set<string | undefined>()
  for (let count = 0; count < 10_000; count++) {
    hosts.add(urlIn('https://bücher.example/')?.hostname)
  }
  expect([...hosts]).toEqual(['xn--bcher-kva.example'])
})

it.each([
  ['https://idp.example/sign-in', true],
  ['HTTP://127.0.0.1:4100', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['idp.example/sign-in', false],
  ['', false],
])('%j is a web address: %s', (text, is) => {
  expect(isWebAddress(text)).toBe(is)
})

const right = fc
  .tuple(
    fc.constantFrom('sso.fabrikam.test', 'anna@sso.fabrikam.test', '127.0.0.1', 'localhost', '[fd12::1]'),
    fc.constantFrom('', ':8443'),
    fc.constantFrom('', '/', '/realms/a', '/x?y=https://z.test', '#/http://z.test'),
  )
  .map((parts) => `https://${parts.join('')}`)

it('a scheme that is misspelt or stands twice is mended, and an address whose scheme is right is let be', () => {
  const wrong = fc.constantFrom(
    'https://https://',
    'http://https://',
    'https://https//',
    'https:https://',
    'https//',
    'https:/',
    'https:',
    'https:///',
    'https:\\\\',
    'https;//',
    'htttps://',
    'htps://',
    'ttps://',
    'httsp://',
    'hxxps://',
    'HTTPS//',
  )
  fc.assert(
    fc.property(right, wrong, (address, start) => {
      const rest = address.replace('https://', '')
      expect(schemeFlaw(address)).toBeNull()
      expect(schemeFlaw(`${start}${rest}`)).toEqual({ meant: address })
      expect(withoutScheme(`${start}${rest}`)).toBe(rest)
    }),
  )
})

it.each(['https://http://sso.fabrikam.test', 'https://https//', 'https//sso', 'http:', 'https://https://'])(
  'what was meant by %j is not guessed',
  (text) => {
    expect(schemeFlaw(text)).toEqual({ meant: null })
  },
)

it.each([
  'https',
  'http.fabrikam.test/x',
  'https://https.fabrikam.test',
  'jamfselfservice://x',
  'mailto:a@b.test',
  'fabrikam.test:443',
  'fabrikam',
  '',
])('%j has no scheme that is wrong', (text) => {
  expect(schemeFlaw(text)).toBeNull()
})
