import { expect, test } from 'vitest'
import { readXmlDocument } from '../../plist/xml/document'
import { writeXml } from '../../plist/xml/writer'
import { certificate, dict, managed, payload, profile, shapes, uuids } from '../fixtures/sample-trees'
import { conversionNotes } from './conversion-notes'
import { exportProfile } from './export-profile'

const LOGIN = 'com.jamf.connect.login'
const MANAGED = 'com.apple.ManagedClient.preferences'
const settings = { mcx_preference_settings: { DenyLocal: true } }
const states = (content: { [state: string]: object[] }) =>
  profile([payload(MANAGED, uuids.login, { PayloadContent: { [LOGIN]: content } as never })])

/** The file with a comment and odd spaces, its notes and its export. */
function converted(
  text: string,
  form: 'direct' | 'managed-preferences',
  files: 'one' | 'per-domain' = 'one',
) {
  const document = readXmlDocument(new TextEncoder().encode(text))
  const source = { document, root: document.root }
  const made = exportProfile(source, { form, files, name: 'x', date: new Date() })
  return {
    notes: conversionNotes(source, { form, files }),
    texts: made.map(({ bytes }) => new TextDecoder().decode(bytes)),
  }
}

const commented = (text: string) => text.replace('<dict>', '<!-- ask Maria -->\n   <dict>')

test.each([
  ['direct', shapes.direct],
  ['managed-preferences', profile([managed(uuids.login, { [LOGIN]: { DenyLocal: true } }), certificate])],
  ['direct', profile([certificate])],
] as const)(
  'a profile that is in the %s form already is the file itself, comments included',
  (form, root) => {
    const text = commented(writeXml(root))
    expect(converted(text, form)).toEqual({ notes: [], texts: [text] })
  },
)

test('a file that is written anew loses its comments, and says so', () => {
  const other = converted(commented(writeXml(shapes.direct)), 'managed-preferences')
  expect(other.texts[0]).not.toContain('Maria')
  expect(other.notes).toEqual([expect.stringMatching(/comments .* not in the result/)])
  expect(converted(writeXml(shapes.direct), 'managed-preferences').notes).toEqual([])
  expect(converted(commented(writeXml(shapes.direct)), 'direct', 'per-domain').notes).toHaveLength(1)
})

test('a domain that is parted from another one gets an identity of its own, and that is said', () => {
  const both = profile([
    managed(uuids.login, {
      [LOGIN]: { DenyLocal: true },
      'com.jamf.connect.shares': { Shares: [] },
    }),
  ])
  const { notes, texts } = converted(writeXml(both), 'direct')
  expect(notes).toEqual([
    expect.stringMatching(/^com\.jamf\.connect\.shares stood .* a PayloadUUID .* does not join them/),
  ])
  expect(texts[0]).toContain(uuids.login)
  const apart = profile([managed(uuids.login, { [LOGIN]: { DenyLocal: true } })])
  expect(converted(writeXml(apart), 'direct').notes).toEqual([])
})

test.each([
  ['Set-Once', { 'Set-Once': [settings] }, /stays in Managed Preferences: .*“Set-Once”/],
  ['two dictionaries', { Forced: [settings, settings] }, /“Forced” holds 2 dictionaries/],
  [
    'a date beside the settings',
    { Forced: [{ ...settings, mcx_data_timestamp: 'x' }] },
    /beside its settings/,
  ],
] as const)('%s stays where it is, and is named', (_, content, sentence) => {
  const root = states(content as never)
  const { notes, texts } = converted(writeXml(root), 'direct')
  expect(texts[0]).toContain(MANAGED)
  // Nothing could be converted, so that the file itself is the result and nothing is left behind.
  expect(texts[0]).toBe(writeXml(root))
  expect(notes).toEqual([expect.stringMatching(sentence)])
})

test('settings with the name of a payload key are named, since the direct form drops them', () => {
  const { notes, texts } = converted(writeXml(shapes.managed), 'direct')
  expect(texts[0]).not.toContain('stray')
  expect(notes).toEqual([
    expect.stringMatching(/^PayloadUUID among the settings of .* is not in the result\.$/),
  ])
})

test.each(['Comment', 'PayloadExpirationDate', 'CreateJamfConnectPassword'])(
  '%s beside the domains of managed preferences stays, and is named',
  (key) => {
    const own = { PayloadContent: { [LOGIN]: { Forced: [settings] } }, [key]: 'stays' }
    const root = profile([payload(MANAGED, uuids.login, own as never), certificate])
    const { notes, texts } = converted(writeXml(root), 'direct')
    expect(texts[0]).toBe(writeXml(root))
    expect(notes).toEqual([expect.stringContaining(`“${key}” stands beside its PayloadContent`)])
  },
)

test('a key that stands twice is named when the file is written anew', () => {
  const twice = writeXml(shapes.direct).replace(
    '<key>PayloadType</key>',
    '<key>PayloadType</key>\n<string>first</string>\n<key>PayloadType</key>',
  )
  const { notes } = converted(twice, 'managed-preferences')
  expect(notes).toEqual([expect.stringMatching(/^PayloadType stands more than once .* of line \d+ only/)])
  expect(converted(twice, 'direct').notes).toEqual([])
})

test('settings that become a profile lose their comments, and that is said', () => {
  const bare = commented(writeXml(dict({ DenyLocal: true, OIDCProvider: 'Okta' })))
  expect(converted(bare, 'direct').notes).toEqual([expect.stringMatching(/comments .* not in the result/)])
})
