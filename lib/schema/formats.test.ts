import { expect, test } from 'vitest'
import { facts } from '../products/jamf-connect/facts'
import type { JamfNames } from '../products/jamf-connect/names'
import { scopesIn } from '../products/jamf-connect/scopes'
import { flawIn } from './formats'
import type { Format as Own } from './manifest'
import { unknownVariables } from './mdm-variables'
import { isTemplate } from './templates'

type Format = Own | JamfNames['format']
const read = (format: Format, text: string) => flawIn(text, format, facts)

const good: { readonly [F in Format]: readonly string[] } = {
  url: [
    'https://127.0.0.1/jamfconnect',
    'jamfselfservice://content?id=1',
    'mailto:help@acme.test',
    'https://a.test:8443/x?y=%20',
  ],
  'https-url': ['https://login.test/.well-known/openid-configuration', 'http://a.test'],
  'okta-address': [
    'acme.okta.com',
    'https://login.acme.test',
    'acme.okta.com:8443',
    'https://acme.okta.com/oauth2/default',
    'acme.okta.com/oauth2/aus9c3hT4RzLmNq2E0h7',
  ],
  'authorization-server': ['default', 'aus9c3hT4RzLmNq2E0h7'],
  host: ['acme.okta.com', 'dc1.ad.acme.test', 'acme.okta.com:8443'],
  scopes: ['openid', 'openid+profile+email', 'openid profile', 'api://1f/jamfconnect+openid'],
  realm: ['ACME.TEST', 'AD-1.ACME.TEST'],
  'absolute-path': ['/usr/local/acme/logo.png', '/Library/Application Support/a.png'],
  claim: ['groups', 'https://acme.test/roles', 'realm_access'],
  'bundle-identifier': ['com.jamf.selfserviceplus'],
}

test.each(Object.entries(good) as [Format, readonly string[]][])(
  '%s takes what is in use',
  (format, texts) => {
    expect(texts.map((text) => read(format, text))).toEqual(texts.map(() => null))
  },
)

test.each<[Format, string, string | undefined]>([
  ['url', 'acme.test/help', 'https://acme.test/help'],
  ['url', 'help page', undefined],
  ['url', ' https://acme.test ', 'https://acme.test'],
  ['https-url', 'https://', undefined],
  ['https-url', 'https:/acme.test', 'https://acme.test'],
  ['https-url', 'https://https//idp.acme.test/x', 'https://idp.acme.test/x'],
  ['https-url', 'http://https://idp.acme.test', 'https://idp.acme.test'],
  ['https-url', 'https://http://idp.acme.test', undefined],
  ['https-url', 'https//idp.acme.test:8443/a?b=c', 'https://idp.acme.test:8443/a?b=c'],
  ['https-url', 'htttps://idp.acme.test/', 'https://idp.acme.test/'],
  ['https-url', 'https://https//', undefined],
  ['url', 'hhtp://127.0.0.1/jamfconnect', 'http://127.0.0.1/jamfconnect'],
  ['url', 'hxxps://help.acme.test', 'https://help.acme.test'],
  ['host', 'https//acme.okta.com/x', 'acme.okta.com'],
  ['okta-address', 'https://acme.okta.com/app/UserHome', 'https://acme.okta.com'],
  ['okta-address', 'acme.okta.com/login?fromURI=/', 'acme.okta.com'],
  [
    'okta-address',
    'https://acme.okta.com/oauth2/default/.well-known/openid-configuration',
    'https://acme.okta.com/oauth2/default',
  ],
  ['okta-address', 'https://acme.okta.com/oauth2/v1/authorize', 'https://acme.okta.com'],
  ['okta-address', 'https://acme.okta.com/oauth2', undefined],
  ['okta-address', 'https//acme.okta.com', 'acme.okta.com'],
  ['okta-address', 'http://acme.okta.com/', 'acme.okta.com'],
  ['okta-address', 'https://login.microsoftonline.com/acme', undefined],
  ['okta-address', 'acme', undefined],
  ['https-url', 'acme.test:8443/realms/a', 'https://acme.test:8443/realms/a'],
  ['https-url', 'jamfselfservice://x', undefined],
  ['host', 'https://acme.okta.com/', 'acme.okta.com'],
  ['host', 'acme', undefined],
  ['scopes', 'openid, profile', 'openid+profile'],
  ['scopes', 'email;profile', 'openid+email+profile'],
  ['scopes', 'openid%20email', 'openid+email'],
  ['absolute-path', 'file:///usr/local/a%20b.png', '/usr/local/a b.png'],
  ['absolute-path', 'file://localhost/usr/local/%23a.png', '/usr/local/#a.png'],
  ['absolute-path', 'FILE:/usr/local/a.png', '/usr/local/a.png'],
  ['absolute-path', 'file://C:/logos/a.png', undefined],
  ['absolute-path', 'file:///C:/logos/a.png', undefined],
  ['absolute-path', 'file:///c%3A/logos/a.png', undefined],
  ['absolute-path', 'file://server/share/a.png', undefined],
  ['absolute-path', 'file://~/a.png', undefined],
  ['absolute-path', 'file:///a\\b.png', undefined],
  ['absolute-path', '/Library/Application\\ Support/a.png', '/Library/Application Support/a.png'],
  ['absolute-path', '~/logo.png', undefined],
  ['absolute-path', 'logo.png', undefined],
  ['realm', 'acme test', undefined],
  ['claim', 'groups ', 'groups'],
  ['bundle-identifier', 'jamf', undefined],
])('%s refuses %j', (format, text, suggestion) => {
  const flaw = read(format, text)
  expect(flaw?.severity).toBe('error')
  expect(flaw?.suggestion).toBe(suggestion)
  expect(flaw?.message).toMatch(/^[a-z].*\.$/)
})

test.each<[Format, string, string]>([
  ['realm', 'acme.test', 'ACME.TEST'],
  ['okta-address', 'https://acme.okta.com/', 'https://acme.okta.com'],
  ['authorization-server', 'https://acme.okta.com/oauth2/aus9c3hT4RzLmNq2E0h7', 'aus9c3hT4RzLmNq2E0h7'],
  ['scopes', 'openid+email+openid', 'openid+email'],
  ['scopes', 'OpenID Email', 'openid email'],
])('%s advises on %j', (format, text, suggestion) => {
  expect(read(format, text)).toMatchObject({ severity: 'advice', suggestion })
})

test('what a format suggests has no flaw itself', () => {
  const texts = [
    'acme.test/a',
    'https://acme.okta.com/',
    'openid, x',
    'acme.test',
    'file:///a',
    'file:////a',
    'https//acme.okta.com/a',
    'http://htps://acme.okta.com/oauth2/default/v1/token',
    'ttps:acme.test',
    ' https://a.test',
    'a\\b',
  ]
  for (const format of Object.keys(good) as Format[]) {
    for (const text of texts) {
      const suggestion = read(format, text)?.suggestion
      expect(
        suggestion === undefined || read(format, suggestion)?.suggestion === undefined,
        `${format} ${text}`,
      ).toBe(true)
    }
  }
})

test('a broken escape in a file address does not stop the reader', () => {
  expect(read('absolute-path', 'file:///a%zz')?.severity).toBe('error')
})

test('scopes are separated by plus signs and spaces', () => {
  expect(scopesIn(' openid+profile  email ')).toEqual(['openid', 'profile', 'email'])
})

test('variables of MDM servers are told from other text', () => {
  for (const text of [
    '$EMAIL',
    '{{userEmail}}',
    '%EMAIL%',
    'https://a/$USERNAME',
    '<<shortname>>',
    '$'.concat('{X}'),
    '{EmailAddress}',
  ]) {
    expect(isTemplate(text), text).toBe(true)
  }
  for (const text of [
    '$5',
    'https://a.test/%20b%20c',
    'Cost: $',
    '<a>',
    '100%',
    'a{b}',
    '{upn}',
    '{domain}',
  ]) {
    expect(isTemplate(text), text).toBe(false)
  }
})

test.each(['https://sso.acme.example\\realms\\macs', 'https:\\\\sso.acme.example\\realms\\macs'])(
  'a backslash in %s is an error, and its repair has none',
  (address) => {
    const flaw = read('https-url', address)
    expect(flaw).toMatchObject({ severity: 'error', suggestion: 'https://sso.acme.example/realms/macs' })
    expect(read('https-url', flaw?.suggestion ?? '')).toBeNull()
  },
)

test('a variable is named with all of its letters', () => {
  expect(unknownVariables('https://a.test/$KCRealmName/x')).toEqual(['$KCRealmName'])
})
