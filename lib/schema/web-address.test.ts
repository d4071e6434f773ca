import { expect, it } from 'vitest'
import { isWebAddress, urlIn } from './web-address'

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
