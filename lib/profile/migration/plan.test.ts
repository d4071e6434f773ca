import { describe, expect, it } from 'vitest'
import { valueAt } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { applyEdits } from '../edit'
import { payload, plain, tree, uuids } from '../fixtures/sample-trees'
import { findSettings, settingsByDomain } from '../payloads/shapes'
import { isSettled, migrationEdits } from './edits'
import { CONNECT, LOGIN, managed, OLD, profileWith } from './fixtures/old-profiles'
import { holdsOldSettings } from './old-places'
import { type Choice, planMigration } from './plan'

const settingsOf = (root: PlistValue, domain: string) =>
  plain(settingsByDomain(root, findSettings(root)).get(domain))

const itemsOf = (root: PlistValue) => planMigration(root).groups.flatMap(({ items }) => items)

describe('the plan of a migration', () => {
  const verify = payload('com.jamf.connect.verify', OLD, {
    OIDCProvider: 'Azure',
    OIDCROPGID: 'client-1',
    HideAbout: true,
    HideQuit: false,
    DontShowWelcome: true,
    OIDCClientSecret: 'not-to-be-shown',
    TimerLocalCheck: 15,
    Invented: 'x',
  })

  it('says of each setting whether it is kept, renamed, changed or has no counterpart', () => {
    const found = itemsOf(profileWith(verify)).map(({ name, kind, suggested }) => [name, kind, suggested])
    expect(Object.fromEntries(found.map(([name, ...rest]) => [name, rest.join(' ')]))).toEqual({
      OIDCProvider: 'changed take',
      OIDCROPGID: 'renamed take',
      HideAbout: 'changed take',
      HideQuit: 'changed take',
      DontShowWelcome: 'changed take',
      OIDCClientSecret: 'renamed take',
      TimerLocalCheck: 'none leave',
      Invented: 'none leave',
    })
  })

  it('moves what is sure in one go, and leaves the rest where it stands', () => {
    const root = profileWith(verify)
    const after = applyEdits(root, migrationEdits(planMigration(root)))
    expect(settingsOf(after, CONNECT)).toEqual({
      IdPSettings: { Provider: 'EntraID', ROPGID: 'client-1', ClientSecret: 'not-to-be-shown' },
      HiddenMenuItems: ['about'],
      Appearance: { ShowWelcomeWindow: false },
    })
    expect(settingsOf(after, 'com.jamf.connect.verify')).toEqual({ TimerLocalCheck: 15, Invented: 'x' })
  })

  it('shows no credential', () => {
    expect(JSON.stringify(planMigration(profileWith(verify)).groups)).not.toContain('not-to-be-shown')
  })

  it('says what clashes with a key of today, and overwrites it only when asked to', () => {
    const root = profileWith(verify, payload(CONNECT, uuids.connect, { IdPSettings: { ROPGID: 'client-2' } }))
    const plan = planMigration(root)
    const item = itemsOf(root).find(({ name }) => name === 'OIDCROPGID')
    expect(item).toMatchObject({
      kind: 'clash',
      suggested: 'leave',
      targets: [{ before: 'client-2', after: 'client-1' }],
    })
    const chosen = (choice: Choice) =>
      applyEdits(root, migrationEdits(plan, { items: new Map([[item?.id ?? '', choice]]) }))
    const left = applyEdits(root, migrationEdits(plan))
    expect(settingsOf(left, CONNECT)).toMatchObject({ IdPSettings: { ROPGID: 'client-2' } })
    expect(settingsOf(left, 'com.jamf.connect.verify')).toMatchObject({ OIDCROPGID: 'client-1' })
    expect(settingsOf(chosen('take'), CONNECT)).toMatchObject({ IdPSettings: { ROPGID: 'client-1' } })
    expect(settingsOf(chosen('remove'), CONNECT)).toMatchObject({ IdPSettings: { ROPGID: 'client-2' } })
    expect(settingsOf(chosen('remove'), 'com.jamf.connect.verify')).not.toHaveProperty('OIDCROPGID')
  })

  it('says when two old settings lead to one key with different values', () => {
    const root = profileWith(
      payload('com.trusourcelabs.NoMAD', OLD, {
        ADDomain: 'corp.example.test',
        KerberosRealm: 'EXAMPLE.TEST',
      }),
    )
    expect(itemsOf(root).map(({ name, kind }) => [name, kind])).toEqual([
      ['KerberosRealm', 'renamed'],
      ['ADDomain', 'clash'],
    ])
  })

  it('adds to a list that is there, and leaves a provider that serves as well', () => {
    const root = profileWith(
      payload('com.jamf.connect.sync', OLD, { AuthServer: 'acme.okta.com', HideAbout: true, HideQuit: true }),
      payload(CONNECT, uuids.connect, {
        HiddenMenuItems: ['shares'],
        IdPSettings: { Provider: 'OktaIdentityEngine' },
      }),
    )
    expect(settingsOf(applyEdits(root, migrationEdits(planMigration(root))), CONNECT)).toEqual({
      HiddenMenuItems: ['shares', 'about', 'quitjamfconnect'],
      IdPSettings: { Provider: 'OktaIdentityEngine', OktaAuthServer: 'acme.okta.com' },
    })
  })

  it('takes a payload away only when nothing is left behind in it', () => {
    for (const old of [
      payload('com.twocanoes.xcreds', OLD, { clientID: 'client-1', scopes: 'openid', showDebug: true }),
      managed('com.twocanoes.xcreds', { clientID: 'client-1', scopes: 'openid', showDebug: true }),
    ]) {
      const root = profileWith(old, payload('com.apple.dock', uuids.certificate, { autohide: true }))
      const plan = planMigration(root)
      const [group] = plan.groups
      const withoutPayload = new Set([group?.id ?? ''])
      const types = (tree: PlistValue) =>
        (plain(valueAt(tree, ['PayloadContent'])) as { PayloadType: string }[]).map(
          ({ PayloadType }) => PayloadType,
        )
      const first = types(root)[0]
      expect(types(applyEdits(root, migrationEdits(plan, { withoutPayload })))).toEqual([
        first,
        'com.apple.dock',
        LOGIN,
      ])
      const items = new Map<string, Choice>(
        group?.items.map((item) => [item.id, item.kind === 'none' ? 'remove' : 'take']),
      )
      expect(group && isSettled(group, { items })).toBe(true)
      const after = applyEdits(root, migrationEdits(plan, { items, withoutPayload }))
      expect(types(after)).toEqual(['com.apple.dock', LOGIN])
      expect(holdsOldSettings(after)).toBe(false)
    }
  })

  it('looks into a dictionary whose entries have rows, and leaves no empty one', () => {
    const root = profileWith(
      payload('com.jamf.connect.sync', OLD, { PasswordPolicy: { minLength: '8', minNumber: '1' } }),
    )
    const after = applyEdits(root, migrationEdits(planMigration(root)))
    expect(settingsOf(after, CONNECT)).toEqual({
      PasswordPolicies: { PolicyRequirements: { minLength: '8', minNumber: '1' } },
    })
    expect(settingsOf(after, 'com.jamf.connect.sync')).toEqual({})
  })

  it('finds the old keys of the login window among those of today', () => {
    const root = profileWith(
      payload(LOGIN, uuids.login, { DenyLocal: true, CreateVerifyPasswords: true, LoginScreen: true }),
    )
    expect(itemsOf(root).map(({ name }) => name)).toEqual(['LoginScreen', 'CreateVerifyPasswords'])
    expect(settingsOf(applyEdits(root, migrationEdits(planMigration(root))), LOGIN)).toEqual({
      DenyLocal: true,
      CreateJamfConnectPassword: true,
      LoginScreen: true,
    })
    expect(holdsOldSettings(profileWith(payload(LOGIN, uuids.login, { DenyLocal: true })))).toBe(false)
  })

  it('knows settings of NoMAD Login in the domain of NoMAD, where it looks too', () => {
    const root = profileWith(payload('com.trusourcelabs.NoMAD', OLD, { EULATitle: 'Rules' }))
    expect(itemsOf(root)).toMatchObject([{ kind: 'kept', targets: [{ domain: LOGIN, name: 'EULATitle' }] }])
  })

  it('has no room in a list without a profile, and says so', () => {
    const plan = planMigration(tree({ OIDCROPGID: 'client-1' }), 'com.jamf.connect.verify.plist')
    expect(plan.groups).toHaveLength(1)
    expect(plan.blocked).toContain('Convert it to a configuration profile first.')
    expect(migrationEdits(plan)).toEqual([])
  })
})
