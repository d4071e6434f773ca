import { expect, it } from 'vitest'
import { alikeIdentifiers, readableIdentifier } from './readable-identifier'

it.each([
  ['Acme', 'Berlin Macs', 'com.acme.jamfconnect.berlin-macs'],
  ['Acme, Inc.', 'Jamf Connect for Berlin Macs', 'com.acme.jamfconnect.berlin-macs'],
  ['Müller & Söhne GmbH & Co. KG', 'Jamf Connect', 'com.muller-sohne.jamfconnect'],
  ['acme.example', 'Okta', 'example.acme.jamfconnect.okta'],
  ['Acme', 'Jamf Connect for Acme', 'com.acme.jamfconnect'],
  ['Co', 'x', 'com.co.jamfconnect.x'],
  ['Acme', 'ログイン', 'com.acme.jamfconnect'],
])('%s and %s make %s', (organization, name, expected) => {
  expect(readableIdentifier(organization, name)).toBe(expected)
})

it.each(['', '  ', '株式会社', '---'])(
  'without letters or digits of ASCII in it there is none: %j',
  (organization) => {
    expect(readableIdentifier(organization, 'Okta')).toBeNull()
  },
)

it('whatever is given, each part is a label of letters, digits and inner hyphens', () => {
  for (const text of ['../../etc', 'a..b', '-x-', 'x'.repeat(500), 'a\u0000b <c>', '$(id)', 'é'.repeat(90)]) {
    for (const made of [readableIdentifier(text, text), readableIdentifier('Acme', text)]) {
      expect(made ?? 'a').toMatch(/^[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/)
    }
  }
})

it('others like it are told apart by a number', () => {
  expect(alikeIdentifiers('com.acme.jamfconnect', 3)).toEqual([
    'com.acme.jamfconnect',
    'com.acme.jamfconnect-2',
    'com.acme.jamfconnect-3',
  ])
})
