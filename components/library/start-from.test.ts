import { expect, it } from 'vitest'
import { readXml } from '@/lib/plist/xml/reader'
import { writeXml } from '@/lib/plist/xml/writer'
import { applyEdits } from '@/lib/profile/edit'
import { findSettings, settingsByDomain } from '@/lib/profile/payloads/shapes'
import { profileFor } from '@/lib/profile/template'
import { freshFrom } from './start-from'

const LOGIN = 'com.jamf.connect.login'
const text = (value: string) => ({ type: 'string', value }) as const
const set = (path: string, value: string) => ({ domain: LOGIN, path: [path], value: text(value) })

const template = applyEdits(profileFor('Custom', { name: 'Base', organization: 'Acme' }), [
  set('OIDCClientID', 'jamf'),
  set('OIDCClientSecret', 'k3y-of-the-base'),
  set('ROPGClientSecret', 'k3y-of-the-check'),
])
const bytesOf = (root: typeof template) => new TextEncoder().encode(writeXml(root))
const uuids = (xml: string): string[] => xml.match(/[0-9A-F]{8}-[0-9A-F-]{27}/gi) ?? []

it('what starts from a template has its settings, and neither its identity nor its secrets', async () => {
  const { content, left } = await freshFrom(bytesOf(template), 'base.plist', 'Berlin')
  const xml = new TextDecoder().decode(content)
  const root = readXml(xml)
  expect(left).toEqual(['OIDCClientSecret', 'ROPGClientSecret'])
  expect(xml).not.toContain('k3y-of')
  expect(xml).toContain('<string>Berlin</string>')
  const before = uuids(writeXml(template))
  expect(uuids(xml)).toHaveLength(before.length)
  expect(uuids(xml).filter((uuid) => before.includes(uuid))).toEqual([])
  const settings = (tree: typeof root) =>
    settingsByDomain(tree, findSettings(tree))
      .get(LOGIN)
      ?.entries.filter(({ key }) => !key.endsWith('Secret'))
  expect(settings(root)).toEqual(settings(template))
})

it('a credential in a comment of the template does not come along, and the comments that went are named', async () => {
  const told = writeXml(template).replace(
    '<dict>',
    '<dict><!-- was: <key>OIDCClientSecret</key><string>canary-of-old</string> -->',
  )
  const { content, left } = await freshFrom(new TextEncoder().encode(told), 'base.plist', 'Berlin')
  expect(new TextDecoder().decode(content)).not.toContain('canary-of-old')
  expect(left).toEqual(['OIDCClientSecret', 'ROPGClientSecret', 'the comments'])
})

it('a bare property list stays one, of its domain', async () => {
  const bare = new TextEncoder().encode(
    '<?xml version="1.0"?><plist version="1.0"><dict><key>OIDCProvider</key><string>EntraID</string><key>OIDCClientSecret</key><string>x</string></dict></plist>',
  )
  const { content, left } = await freshFrom(bare, `${LOGIN}.plist`, 'Berlin')
  expect(left).toEqual(['OIDCClientSecret'])
  expect(new TextDecoder().decode(content)).not.toContain('Secret')
})
