import { describe, expect, test } from 'vitest'
import { without, withValue } from '../tree'
import type { PlistDict, PlistPath, PlistValue } from '../value'
import { openXml, patchXml, spanAt } from './patch'

const string = (value: string): PlistValue => ({ type: 'string', value })
const TRUE: PlistValue = { type: 'boolean', value: true }

function set(text: string, path: PlistPath, value: PlistValue): string {
  const source = openXml(text)
  return patchXml(source, withValue(source.root, path, value))
}

function remove(text: string, path: PlistPath): string {
  const source = openXml(text)
  return patchXml(source, without(source.root, path))
}

const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- made by hand -->
<plist version="1.0">
  <dict>
    <!-- the provider -->
    <key>OIDCProvider</key> <!-- sic -->
    <string>Okta</string> <!-- was Entra ID -->
    <key>Empty</key>
    <dict/>
    <key>List</key>
    <array>
      <string>a</string>
      <string
        >b</string>
      <string><![CDATA[c & d]]></string>
    </array>

    <key>Logo</key>
    <data>
    AAECAwQFBgcICQoLDA0ODxAREhMUFRYX
    GBkaGxwdHh8=
    </data>
    <key>Last</key><real>1.0</real>
  </dict>
</plist>
`

describe('an edit changes its own lines and no others', () => {
  test.each<[string, PlistPath, PlistValue, string, string]>([
    ['a string', ['OIDCProvider'], string('R&D'), '<string>Okta</string>', '<string>R&amp;D</string>'],
    ['a string with a line break in its tag', ['List', 1], string('x'), '>b</string>', '>x</string>'],
    ['a string in a CDATA section', ['List', 2], string('e < f'), '<![CDATA[c & d]]>', '<![CDATA[e < f]]>'],
    ['a CDATA section that cannot hold it', ['List', 2], string(']]>'), '<![CDATA[c & d]]>', ']]&gt;'],
    ['a real', ['Last'], { type: 'real', value: 2.5 }, '<real>1.0</real>', '<real>2.5</real>'],
    ['another type', ['Last'], TRUE, '<real>1.0</real>', '<true/>'],
    [
      'data, in lines as long as before',
      ['Logo'],
      { type: 'data', value: new Uint8Array(50) },
      'AAECAwQFBgcICQoLDA0ODxAREhMUFRYX\n    GBkaGxwdHh8=\n',
      `${'A'.repeat(32)}\n    ${'A'.repeat(32)}\n    AAA=\n`,
    ],
    [
      'a new last entry, laid out like its neighbour',
      ['Zebra'],
      string('z'),
      '<key>Last</key><real>1.0</real>',
      '<key>Last</key><real>1.0</real>\n    <key>Zebra</key><string>z</string>',
    ],
    [
      'an item at the end',
      ['List', 3],
      { type: 'array', items: [TRUE] },
      '<![CDATA[c & d]]></string>',
      '<![CDATA[c & d]]></string>\n      <array>\n        <true/>\n      </array>',
    ],
    [
      'the first entry of an empty dict',
      ['Empty', 'a'],
      { type: 'dict', entries: [{ key: 'b', value: TRUE }] },
      '<dict/>',
      '<dict>\n      <key>a</key>\n      <dict>\n        <key>b</key>\n        <true/>\n      </dict>\n    </dict>',
    ],
    [
      'an array emptied',
      ['List'],
      { type: 'array', items: [] },
      PROFILE.slice(PROFILE.indexOf('<array>'), PROFILE.indexOf('\n\n    <key>Logo')),
      '<array/>',
    ],
  ])('%s', (_, path, value, before, after) => {
    const patched = set(PROFILE, path, value)
    expect(patched).toBe(PROFILE.replace(before, () => after))
    expect(patched).not.toBe(PROFILE)
  })

  test.each<[string, PlistPath, string]>([
    [
      'an entry with the comment at the end of its line',
      ['OIDCProvider'],
      '\n    <key>OIDCProvider</key> <!-- sic -->\n    <string>Okta</string> <!-- was Entra ID -->',
    ],
    ['an entry that shares its line with its key', ['Last'], '\n    <key>Last</key><real>1.0</real>'],
    ['an item', ['List', 1], '\n      <string\n        >b</string>'],
    ['the first item', ['List', 0], '\n      <string>a</string>'],
    [
      'the entry before an empty line',
      ['List'],
      PROFILE.slice(PROFILE.indexOf('\n    <key>List'), PROFILE.indexOf('\n\n    <key>Logo')),
    ],
  ])('removing %s', (_, path, lines) => {
    expect(remove(PROFILE, path)).toBe(PROFILE.replace(lines, ''))
  })

  test('line ends of Windows are kept in new lines', () => {
    const text = '<plist>\r\n<dict>\r\n\t<key>a</key>\r\n\t<string>b</string>\r\n</dict>\r\n</plist>\r\n'
    expect(set(text, ['c'], { type: 'array', items: [TRUE] })).toBe(
      text.replace(
        '</string>\r\n',
        '</string>\r\n\t<key>c</key>\r\n\t<array>\r\n\t\t<true/>\r\n\t</array>\r\n',
      ),
    )
  })

  test("the single line of Jamf Pro's form stays a single line", () => {
    const text =
      '<?xml version="1.0"?>\n<plist version="1"><dict><key>a</key><dict><key>b</key><integer>1</integer></dict></dict></plist>'
    expect(set(text, ['a', 'c'], TRUE)).toBe(text.replace('</integer>', '</integer><key>c</key><true/>'))
    expect(set(text, ['a'], { type: 'dict', entries: [] })).toBe(
      text.replace(/<dict><key>b.*?<\/dict>/, '<dict/>'),
    )
    expect(remove(text, ['a', 'b'])).toBe(text.replace(/<dict><key>b.*?<\/dict>/, '<dict/>'))
  })

  test('an empty string keeps its spelling, and gets an end tag when it is filled', () => {
    const text = '<plist><array><string/><string></string><data></data></array></plist>'
    expect(set(text, [0], string('a'))).toBe(text.replace('<string/>', '<string>a</string>'))
    expect(set(text, [1], string('a'))).toBe(text.replace('<string></string>', '<string>a</string>'))
    expect(set(text, [2], { type: 'data', value: new Uint8Array(3) })).toBe(
      text.replace('<data></data>', '<data>AAAA</data>'),
    )
  })

  test('a comment in a dict stays when its last entry goes and when a first one comes', () => {
    const text = '<plist>\n<dict>\n\t<!-- none yet -->\n</dict>\n</plist>'
    const filled = '<plist>\n<dict>\n\t<!-- none yet -->\n\t<key>a</key>\n\t<true/>\n</dict>\n</plist>'
    expect(set(text, ['a'], TRUE)).toBe(filled)
    expect(remove(filled, ['a'])).toBe(text)
  })
})

describe('entries that move or change their key take their text along', () => {
  const text =
    '<dict>\n\t<key>a</key>\n\t<string/>\n\t<!-- about b -->\n\t<key>b</key>\n\t<integer>0x10</integer>\n\t<key>c</key>\n\t<true />\n</dict>'

  function rearrange(change: (entries: PlistDict['entries']) => PlistDict['entries']): string {
    const source = openXml(text)
    return patchXml(source, { type: 'dict', entries: change((source.root as PlistDict).entries) })
  }

  test('a moved entry', () => {
    expect(rearrange(([a, b, c]) => (a && b && c ? [c, a, b] : []))).toBe(
      '<dict>\n\t<key>c</key>\n\t<true />\n\t<key>a</key>\n\t<string/>\n\t<!-- about b -->\n\t<key>b</key>\n\t<integer>0x10</integer>\n</dict>',
    )
  })

  test('a renamed entry', () => {
    expect(
      rearrange((entries) => entries.map((entry) => (entry.key === 'b' ? { ...entry, key: 'B&B' } : entry))),
    ).toBe(text.replace('<key>b</key>', '<key>B&amp;B</key>'))
  })

  test('a moved entry whose value changes inside', () => {
    const inner =
      '<array>\n\t<dict>\n\t\t<key>x</key>\n\t\t<dict>\n\t\t\t<key>n</key><integer>0x1</integer>\n\t\t\t<key>m</key><true/>\n\t\t</dict>\n\t\t<key>y</key>\n\t\t<true/>\n\t</dict>\n</array>'
    const source = openXml(inner)
    const changed = withValue(source.root, [0, 'x', 'm'], { type: 'boolean', value: false })
    const dict = (changed.type === 'array' ? changed.items[0] : undefined) as PlistDict
    const swapped: PlistValue = {
      type: 'array',
      items: [{ type: 'dict', entries: dict.entries.toReversed() }],
    }
    expect(patchXml(source, swapped)).toBe(
      '<array>\n\t<dict>\n\t\t<key>y</key>\n\t\t<true/>\n\t\t<key>x</key>\n\t\t<dict>\n\t\t\t<key>n</key><integer>0x1</integer>\n\t\t\t<key>m</key><false/>\n\t\t</dict>\n\t</dict>\n</array>',
    )
  })
})

test('spanAt gives the range of an entry with its key, and of an item', () => {
  const source = openXml(PROFILE)
  const at = (path: PlistPath) => {
    const span = spanAt(source, path)
    return span && PROFILE.slice(span.start, span.end)
  }
  expect(at(['Last'])).toBe('<key>Last</key><real>1.0</real>')
  expect(at(['List', 0])).toBe('<string>a</string>')
  expect(at([])?.startsWith('<dict>')).toBe(true)
  expect(at(['Missing'])).toBeUndefined()
})
