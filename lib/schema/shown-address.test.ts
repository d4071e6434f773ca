import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shownAddress } from './shown-address'

const DOTS = '••••••••'

it.each([
  ['https://ada:opensesame@id.example/x', `https://ada:${DOTS}@id.example/x`],
  ['https://:opensesame@id.example', `https://:${DOTS}@id.example`],
  ['https://ada:open:se@same@id.example/', `https://ada:${DOTS}@id.example/`],
  [' https://id.example/?client_secret=x1&p=policy', ` https://id.example/?client_secret=${DOTS}&p=policy`],
  [
    'https://id.example/?a=1;apiKey=x#access_token=y',
    `https://id.example/?a=1;apiKey=${DOTS}#access_token=${DOTS}`,
  ],
])('%s is shown as %s', (text, shown) => expect(shownAddress(text)).toBe(shown))

it.each([
  'https://id.example/tenant/.well-known/openid-configuration?p=B2C_1',
  'https://ada@id.example/',
  'https://id.example:8443/a:b@c',
  'note: ada:opensesame@example',
  'password=x',
])('%s stays as it is', (text) => expect(shownAddress(text)).toBe(text))

it('no password of an address is shown, whatever it is', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9%!$&'()*+,;=._~-]{6,20}$/)
  fc.assert(
    fc.property(word, (password) => {
      expect(shownAddress(`https://ada:${password}@id.example/x`)).not.toContain(password)
      expect(
        shownAddress(`https://id.example/x?client_secret=${encodeURIComponent(password)}`),
      ).not.toContain(encodeURIComponent(password))
    }),
  )
})
