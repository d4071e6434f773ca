import { describe, expect, it } from 'vitest'
import type { PlistDict, PlistValue } from '../../../plist/value'
import { keyWithId } from '../keys'
import { retiredKeys } from '../manifests/retired'
import type { Ancestor, MigrationRow } from './ancestor'
import { ancestorAt, ancestors, rowAt } from './ancestors'
import { fitted } from './fit'

const text = (value: string): PlistValue => ({ type: 'string', value })
const empty: PlistDict = { type: 'dict', entries: [] }

/** Values as profiles hold them, of every type that an old setting has. */
const values: readonly PlistValue[] = [
  ...[true, false].map((value): PlistValue => ({ type: 'boolean', value })),
  ...[0n, 15n, 1_296_000n].map((value): PlistValue => ({ type: 'integer', value })),
  ...['corp.example.test', '/usr/local/a.png', 'file:///Library/A%20B.png', 'true', '8', ''].map(text),
  ...[
    'https://login.microsoftonline.com/8d0b8d3c-0000-4000-8000-000000000001/v2.0',
    'https://accounts.google.com/.well-known/openid-configuration',
    'https://acme.okta.com/.well-known/openid-configuration',
    'xcreds://auth/',
    'openid profile offline_access',
  ].map(text),
  { type: 'array', items: [text('one')] },
  { type: 'dict', entries: [{ key: 'Item', value: text('<<shortname>>') }] },
]

const all = ancestors.flatMap((ancestor) => ancestor.rows.map((row) => ({ ancestor, row })))
const label = ({ ancestor, row }: { ancestor: Ancestor; row: MigrationRow }) =>
  `${ancestor.domain} ${row.path.join('/')}`

describe('the tables of migration', () => {
  it('have each setting once, with a source', () => {
    expect(all.length).toBeGreaterThan(400)
    expect(new Set(all.map(label)).size).toBe(all.length)
    expect(all.filter(({ row }) => !/^https:\/\/\S+$/.test(row.source)).map(label)).toEqual([])
  })

  it('have a row for every key of Jamf Connect 1.x, with the successor of the table of retired keys', () => {
    const legacy = retiredKeys.filter(({ status, path }) => status === 'legacy' && !path.includes('*'))
    const missing = legacy.filter(({ domain, path }) => {
      const ancestor = ancestorAt(domain)
      const row = ancestor && rowAt(ancestor, path)
      const inner = ancestor?.rows.some((each) => each.path[0] === path[0] && each.path.length > path.length)
      return row === undefined && !inner
    })
    expect(missing).toEqual([])
    const lost = legacy.filter(({ domain, path, successor }) => {
      const ancestor = ancestorAt(domain)
      const row = ancestor && rowAt(ancestor, path)
      const to = row?.fate === 'moved' ? [row.to] : row?.fate === 'changed' ? row.to : []
      const leads = to.some((id) => {
        const key = keyWithId(id)
        return key?.domain === successor?.domain && key?.path.join() === successor?.path.join()
      })
      return row !== undefined && successor !== undefined && !leads
    })
    expect(lost).toEqual([])
  })

  it('lead to settings that are offered', () => {
    const targets = all.flatMap(({ row }) =>
      row.fate === 'moved' ? [row.to] : row.fate === 'changed' ? row.to : [],
    )
    expect(targets.length).toBeGreaterThan(200)
    expect(targets.filter((id) => keyWithId(id) === undefined)).toEqual([])
  })

  it('say why, in whole sentences', () => {
    const said = all.flatMap(({ row }) => [row.fate === 'none' ? row.why : [], row.careful ?? []].flat())
    expect(said.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
  })

  it('change values into what the key takes, or refuse them with a reason', () => {
    for (const { row, ancestor } of all) {
      for (const value of row.fate === 'changed' ? values : []) {
        const made = row.fate === 'changed' ? row.change(value, empty) : { refused: '' }
        const why = 'refused' in made ? made.refused : made.why
        expect(why, label({ row, ancestor })).toMatch(/^[A-Z].*\.$/)
        for (const write of 'writes' in made ? made.writes : []) {
          expect(row.fate === 'changed' && row.to, label({ row, ancestor })).toContain(write.key)
        }
      }
    }
  })

  it.each([
    [
      'com.jamf.connect.sync',
      'DontShowWelcome',
      { type: 'boolean', value: true },
      ['connect/Appearance/ShowWelcomeWindow', { type: 'boolean', value: false }],
    ],
    [
      'com.jamf.connect.verify',
      'HideShares',
      { type: 'boolean', value: true },
      ['connect/HiddenMenuItems', { type: 'array', items: [text('shares')] }],
    ],
    [
      'com.trusourcelabs.NoMAD',
      'ADDomain',
      text('corp.example.test'),
      ['connect/Kerberos/Realm', text('CORP.EXAMPLE.TEST')],
    ],
    [
      'com.trusourcelabs.NoMAD',
      'PasswordExpireAlertTime',
      { type: 'integer', value: 1_296_000n },
      ['connect/PasswordPolicies/ExpirationNotificationStartDay', { type: 'integer', value: 15n }],
    ],
    [
      'menu.nomad.login.ad',
      'PowerControlDisabled',
      { type: 'boolean', value: true },
      ['login/OIDCHideRestart', { type: 'boolean', value: true }],
    ],
    ['com.twocanoes.xcreds', 'scopes', text('openid profile'), ['login/OIDCScopes', text('openid+profile')]],
    [
      'com.twocanoes.xcreds',
      'refreshRateHours',
      { type: 'integer', value: 2n },
      ['connect/PasswordPolicies/NetworkCheck', { type: 'integer', value: 120n }],
    ],
    [
      'com.twocanoes.xcreds',
      'refreshRateMinutes',
      { type: 'integer', value: 30n },
      ['connect/PasswordPolicies/NetworkCheck', { type: 'integer', value: 210n }],
    ],
    [
      'com.twocanoes.xcreds',
      'loginWindowBackgroundImageURL',
      text('file:///Library/A%20B.png'),
      ['login/BackgroundImage', text('/Library/A B.png')],
    ],
    [
      'com.twocanoes.xcreds',
      'shouldShowRestartButton',
      { type: 'boolean', value: false },
      ['login/OIDCHideRestart', { type: 'boolean', value: true }],
    ],
  ] as const)('%s %s becomes what it means today', (domain, name, value, [key, wanted]) => {
    const ancestor = ancestorAt(domain)
    const row = ancestor && rowAt(ancestor, [name])
    const made = row?.fate === 'changed' ? row.change(value as PlistValue, empty) : { writes: [] }
    expect('writes' in made && made.writes[0]).toMatchObject({ key, value: wanted })
  })

  it('takes a value over in the type that the key has, and not one that it would refuse', () => {
    expect(fitted('connect/PasswordPolicies/NetworkCheck', text('8'))?.value).toEqual({
      type: 'integer',
      value: 8n,
    })
    expect(fitted('connect/IdPSettings/Provider', text('Azure'))?.value).toEqual(text('EntraID'))
    expect(fitted('connect/UserHelp/HelpType', text('Path'))).toBeNull()
    expect(fitted('login/DenyLocal', text('yes'))?.value).toEqual({ type: 'boolean', value: true })
  })
})
