import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlist, writeDocument } from '../../plist/document'
import { equal } from '../../plist/tree'
import type { PlistPath, PlistValue } from '../../plist/value'
import { writeXml } from '../../plist/xml/writer'
import { files } from '../fixtures/arbitrary-profiles'
import { certificate, dict, managed, payload, profile, uuids } from '../fixtures/sample-trees'
import { secretsOf, withoutThese } from '../secrets'
import { withoutSecrets } from './without-secrets'

const CANARY = 'Tq4!Canary<&>9'

function opened(text: string) {
  const document = readPlist(new TextEncoder().encode(text))
  return { document, root: document.root }
}

/** What the file without secrets says, and what was taken out, as "holder name". */
function shared(text: string, fileName?: string) {
  const { source, removed, rewritten } = withoutSecrets(opened(text), fileName)
  return {
    text: new TextDecoder().decode(writeDocument(source.document, source.root)),
    removed: removed.map(({ holder, name }) => `${holder} ${name}`),
    rewritten,
  }
}

const everywhere = profile([
  payload('com.jamf.connect.login', uuids.login, {
    OIDCProvider: 'GoogleID',
    OIDCClientSecret: CANARY,
    OIDCNewPassword: false,
    UnknownToken: CANARY,
    HelpURL: 'https://jo:hunter2@help.example.org/',
  }),
  managed(uuids.connect, {
    'com.jamf.connect': { IdPSettings: { Provider: 'OktaOIDC', ClientSecret: CANARY } },
    'com.example.agent': { Servers: [{ name: 'a' }, { name: 'b', apiKey: CANARY }] },
  }),
  payload('com.apple.wifi.managed', uuids.certificate, { SSID_STR: 'Office', Password: CANARY }),
  payload('com.apple.security.pkcs12', uuids.profile, { PayloadContent: 'x', Password: '$P12_PASSWORD' }),
])

describe('a profile without its secrets', () => {
  test('names each credential with what holds it, in the order of the file', () => {
    expect(shared(writeXml(everywhere)).removed).toEqual([
      'com.jamf.connect.login OIDCClientSecret',
      'com.jamf.connect.login UnknownToken',
      'com.jamf.connect.login HelpURL',
      'com.jamf.connect IdPSettings/ClientSecret',
      'com.example.agent Servers/1/apiKey',
      'com.apple.wifi.managed Password',
    ])
  })

  test('holds none of their values, and everything else byte for byte', () => {
    const text = writeXml(everywhere)
    const lines = text.split('\n')
    const kept = shared(text).text.split('\n')
    expect(kept.join('\n')).not.toContain('Canary')
    expect(kept.filter((line) => !lines.includes(line))).toEqual([])
    expect(lines.length - kept.length).toBe(12)
  })

  test('has no private key of an identity payload', () => {
    const identity = { ...certificate, PayloadType: 'com.apple.security.pkcs12' }
    const { removed } = shared(writeXml(profile([identity])).replace('<data></data>', '<data>AAEC</data>'))
    expect(removed).toEqual(['com.apple.security.pkcs12 PayloadContent'])
  })

  test('is the same file when there is none', () => {
    const source = opened(writeXml(profile([certificate])))
    const { source: after, removed, rewritten } = withoutSecrets(source)
    expect({ removed, rewritten }).toEqual({ removed: [], rewritten: false })
    expect(after.root).toBe(source.root)
    expect(after.document).toBe(source.document)
  })

  test('leaves variables that an MDM fills in', () => {
    const login = payload('com.jamf.connect.login', uuids.login, { OIDCClientSecret: '{{clientSecret}}' })
    expect(shared(writeXml(profile([login]))).removed).toEqual([])
  })

  test.each([
    'ab$CDE-77',
    'x%mail%y',
    'tail{{email}}',
    '<<email>>!',
    '$PA55W0RD',
    '$uperSecret',
    '%s3cr3t9%',
    'a$'.concat('{EMAIL}'),
    '{{a}}mid{{b}}',
    '{domain}7',
  ])('takes out a secret that merely looks like a variable in part: %s', (secret) => {
    const login = payload('com.jamf.connect.login', uuids.login, { OIDCClientSecret: secret })
    const wifi = payload('com.apple.wifi.managed', uuids.certificate, { SSID_STR: 'a', Password: secret })
    const { text, removed } = shared(writeXml(profile([login, wifi])))
    expect(removed).toEqual(['com.jamf.connect.login OIDCClientSecret', 'com.apple.wifi.managed Password'])
    expect(text).not.toContain('OIDCClientSecret')
    expect(text).not.toContain('Password</key>')
  })

  test.each([
    '$PASSWORD',
    '%client_secret%',
    '{{ wifi.key }}',
    '<<secret>>',
    '$'.concat('{TOKEN}'),
    '$API_TOKEN',
  ])('keeps what is wholly a variable: %s', (variable) => {
    const login = payload('com.jamf.connect.login', uuids.login, { OIDCClientSecret: variable })
    expect(shared(writeXml(profile([login]))).removed).toEqual([])
  })

  test.each([
    ['a key that stands twice', `<key>OIDCClientSecret</key><string>first-one</string>`, false],
    ['a comment with the value', `<!-- was Tq4!Canary<&>9 -->`, true],
    ['a setting in a comment', `<!-- <key>ClientSecret</key> <string>older-one</string> -->`, true],
    ['a comment about something else', `<!-- asked for by Ines -->`, false],
  ])('tells nothing in the text around the values: %s', (_, more, anew) => {
    const list = writeXml(dict({ OIDCProvider: 'GoogleID', OIDCClientSecret: CANARY }))
    const { text, rewritten } = shared(
      list.replace('<key>OIDCClientSecret', `${more}$&`),
      'com.jamf.connect.login.plist',
    )
    expect(text).not.toMatch(/Canary|first-one|older-one/)
    expect(text).toContain('GoogleID')
    expect(rewritten).toBe(anew)
    expect(text.includes('Ines')).toBe(more.includes('Ines'))
  })
})

function leaves(node: PlistValue, path: PlistPath = []): [PlistPath, PlistValue][] {
  if (node.type === 'dict' && node.entries.length > 0) {
    return node.entries.flatMap(({ key, value }) => leaves(value, [...path, key]))
  }
  return node.type === 'array' && node.items.length > 0
    ? node.items.flatMap((item, index) => leaves(item, [...path, index]))
    : [[path, node]]
}

const NAMES = ['OIDCClientSecret', 'Password', 'apiToken', 'Note']

test('taking secrets out of any tree loses nothing else, and a second time nothing', () => {
  const planted = fc.tuple(files, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...NAMES)), { maxLength: 4 }))
  fc.assert(
    fc.property(planted, ([{ root, fileName }, plants]) => {
      const before = plants.reduce<PlistValue>((tree, [at, name]) => plant(tree, at, name), root)
      const removed = secretsOf(before, fileName)
      const after = withoutThese(before, removed)
      const gone = removed.map(({ path }) => path)
      const isGone = (path: PlistPath) =>
        gone.some((start) => start.every((step, index) => path[index] === step))
      const kept = leaves(before).filter(([path]) => !isGone(path))
      const left = leaves(after).filter(([, value]) => !isEmptied(value))
      expect(left.map(([, value]) => value)).toEqual(
        kept.map(([, value]) => value).filter((value) => !isEmptied(value)),
      )
      expect(secretsOf(after, fileName)).toEqual([])
      expect(equal(withoutThese(after, secretsOf(after, fileName)), after)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

/** A dictionary or list that lost its last member shows up as a leaf. */
function isEmptied(value: PlistValue): boolean {
  return (
    (value.type === 'dict' && value.entries.length === 0) ||
    (value.type === 'array' && value.items.length === 0)
  )
}

/** The tree with an entry more in one of its dictionaries. */
function plant(node: PlistValue, at: number, key: string): PlistValue {
  if (node.type === 'array' && node.items.length > 0) {
    const index = at % node.items.length
    return {
      type: 'array',
      items: node.items.map((item, place) => (place === index ? plant(item, at >> 1, key) : item)),
    }
  }
  if (node.type !== 'dict') {
    return node
  }
  const inner = node.entries.filter(({ value }) => value.type === 'dict' || value.type === 'array')
  const chosen = at % 3 === 0 ? undefined : inner[at % (inner.length || 1)]
  const entries = node.entries.filter((entry) => entry.key !== key)
  return chosen
    ? {
        type: 'dict',
        entries: node.entries.map((entry) =>
          entry === chosen ? { key: entry.key, value: plant(entry.value, at >> 1, key) } : entry,
        ),
      }
    : { type: 'dict', entries: [...entries, { key, value: { type: 'string', value: 'Zx9-secret' } }] }
}
