import { describe, expect, it } from 'vitest'
import { templates } from '../products/templates'
import { dict, type Plain } from '../schema/fixtures/settings'
import { applyEdits } from './edit'
import { newProfile } from './identity'
import { findSettings, settingsByDomain } from './payloads/shapes'
import { configuredKeys, toldSettings } from './told-settings'

function told(root: Record<string, Plain>, fileName = '') {
  const tree = dict(root)
  const settings = settingsByDomain(tree, findSettings(tree, fileName))
  return toldSettings({ root: tree, settings, fileName })
}
const linesOf = (groups: ReturnType<typeof told>) =>
  new Map(groups.flatMap(({ settings }) => settings.map(({ name, lines }) => [name, lines.join('\n')])))

const profile = (settings: Record<string, Plain>, more: Record<string, Plain>[] = []) => ({
  PayloadType: 'Configuration',
  PayloadDisplayName: 'Sign-in for Acme',
  PayloadIdentifier: 'com.acme.sign-in',
  PayloadContent: [{ PayloadType: 'com.jamf.connect.login', ...settings }, ...more],
})

describe('the summary of a profile', () => {
  it('says every setting in words, whole', () => {
    const lines = linesOf(
      told(
        profile({
          OIDCProvider: 'EntraID',
          DenyLocal: true,
          OIDCAdmin: ['Mac Admins', 'Helpdesk'],
          OIDCClientID: 'x'.repeat(400),
        }),
      ),
    )
    expect(lines.get('OIDCProvider')).toBe('Microsoft Entra ID (EntraID)')
    expect(lines.get('DenyLocal')).toMatch(/^On: /)
    expect(lines.get('OIDCAdmin')).toBe('1. Mac Admins\n2. Helpdesk')
    expect(lines.get('OIDCClientID')).toBe('x'.repeat(400))
    expect(lines.get('PayloadIdentifier')).toBe('com.acme.sign-in')
  })

  it('holds nothing of a credential, wherever it stands', () => {
    const groups = told(
      profile({
        OIDCClientSecret: 'planted-1',
        Strange: { ApiPassword: 'planted-2', Deep: [{ client_secret: 'planted-3' }] },
        HelpURL: 'https://help.example.com/?token=planted-4-0123456789abcdef',
      }),
    )
    expect(JSON.stringify(groups)).not.toContain('planted')
    expect(linesOf(groups).get('OIDCClientSecret')).toBe('••••••••')
  })

  it('leaves out no key that is unknown, and names the payloads of others', () => {
    const groups = told(
      profile({ Unheard: 7, OIDCProvider: 'Okta' }, [
        { PayloadType: 'com.apple.wifi.managed', PayloadDisplayName: 'Office', SSID_STR: 'acme' },
      ]),
    )
    expect(linesOf(groups).get('Unheard')).toBe('7')
    expect(groups.at(-1)).toMatchObject({
      title: 'Payloads of other products',
      settings: [{ title: 'Office', name: 'com.apple.wifi.managed' }],
    })
  })

  it.each(templates)(
    'tells each setting of $id once, and counts the keys that the form counts',
    ({ edits }) => {
      const root = applyEdits(newProfile({ name: 'Acme' }), edits())
      const settings = settingsByDomain(root, findSettings(root))
      const groups = toldSettings({ root, settings, fileName: '' })
      const ids = groups.flatMap((group) => group.settings.map(({ id }) => id))
      expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted())
      const inTabs = groups.filter(({ title }) => title.includes(' › '))
      expect(configuredKeys(settings).count).toBe(inTabs.flatMap((group) => group.settings).length)
    },
  )

  it('tells a bare list by its file name, nested settings and unknown keys in known dictionaries', () => {
    const lines = linesOf(
      told({ IdPSettings: { ROPGID: 'abc', Surprise: { a: [true] } } }, 'com.jamf.connect.plist'),
    )
    expect(lines.get('IdPSettings/ROPGID')).toBe('abc')
    expect(lines.get('IdPSettings/Surprise')).toBe('a: 1. On')
  })
})
