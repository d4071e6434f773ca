import { describe, expect, test } from 'vitest'
import { without } from '../plist/tree'
import { openXml, patchXml } from '../plist/xml/patch'
import { applyEdits } from './edit'
import { remarkIssues } from './remarks'

const payload = (settings: string) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
	<key>PayloadContent</key>
	<array>
		<dict>
			${settings}
		</dict>
	</array>
</dict>
</plist>`

describe('a key that stands more than once', () => {
  const source = openXml(
    payload(
      '<key>Migrate</key><true/>\n<key>LoginLogo</key><string>a</string>\n<key>Migrate</key>\n<false/>\n<key>Migrate</key><true/>',
    ),
  )
  const path = ['PayloadContent', 0, 'Migrate']

  test('is told at the last one, with the lines of all, as advice without a repair', () => {
    const [issue, ...others] = remarkIssues(source, source.root)
    expect(others).toEqual([])
    expect(issue).toMatchObject({ severity: 'advice', rule: 'duplicate-key', domain: null, path })
    expect(issue?.message).toMatch(/^The key Migrate stands .*in lines 7, 9 and 11\. .*last value/)
    expect(issue?.repair).toBeUndefined()
  })

  test('is not told when the key has been taken away, and then no value of it is left', () => {
    const root = without(source.root, path)
    expect(remarkIssues(source, root)).toEqual([])
    expect(patchXml(source, root)).not.toContain('Migrate')
  })
})

describe('carriage returns in texts', () => {
  const text = payload(
    '<key>Title</key><string>a</string>\n<key>Message</key><string>One\nTwo</string>\n<key>Help</key><string>x&#13;\ny</string>',
  )

  test('are told once, and the repair writes line feeds and changes nothing else', () => {
    const source = openXml(text.replaceAll('\n', '\r\n'))
    const issues = remarkIssues(source, source.root)
    expect(issues).toMatchObject([
      { severity: 'advice', rule: 'carriage-return', path: ['PayloadContent', 0, 'Message'] },
    ])
    const edits = issues[0]?.repair?.edits ?? []
    const after = openXml(patchXml(source, applyEdits(source.root, edits)))
    expect(after.text).toBe(source.text.replace('One\r\nTwo', 'One\nTwo').replace('x&#13;\r\ny', 'x\n\ny'))
    expect(remarkIssues(after, after.root)).toEqual([])
  })

  test('are not told where lines end with line feeds or a reference says that they are meant', () => {
    const source = openXml(text)
    expect(remarkIssues(source, source.root)).toEqual([])
  })
})

describe('the document type', () => {
  const issuesOf = (prolog: string) => {
    const source = openXml(`<?xml version="1.0"?>\n${prolog}<plist version="1.0"><dict/></plist>`)
    return remarkIssues(source, source.root).map(({ rule, severity }) => [rule, severity])
  }

  test.each([
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "https://dtd.example.org/plist.dtd">',
    "<!DOCTYPE plist SYSTEM 'http://10.1.2.3/PropertyList-1.0.dtd'>",
    '<!DOCTYPE svg>',
    '<!DOCTYPE note PUBLIC "-//Example//DTD NOTE 1.0//EN" "note.dtd">',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN"\n"http://www.apple.com.example.org/DTDs/PropertyList-1.0.dtd" >',
  ])('that names the definition of somebody else is told: %s', (prolog) => {
    expect(issuesOf(prolog)).toEqual([['foreign-doctype', 'advice']])
  })

  test.each([
    '',
    '<!DOCTYPE plist>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<!DOCTYPE plist SYSTEM "file://localhost/System/Library/DTDs/PropertyList.dtd">',
    '<!-- <!DOCTYPE plist SYSTEM "x.dtd"> -->',
  ])('of Apple is not: %s', (prolog) => {
    expect(issuesOf(prolog)).toEqual([])
  })
})
