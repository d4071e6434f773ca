import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equal, valueAt } from '../../plist/tree'
import type { PlistPath, PlistValue } from '../../plist/value'
import { ancestors } from '../../products/jamf-connect/migration/ancestors'
import { applyEdits } from '../edit'
import { type Plain, payload, plain, tree, uuids } from '../fixtures/sample-trees'
import { inspect } from '../inspect'
import { findSettings, settingsByDomain } from '../payloads/shapes'
import { choiceOf, isSettled, migrationEdits } from './edits'
import { holdsOldSettings } from './old-places'
import { type Choice, planMigration } from './plan'

const OLD = '11111111-2222-4333-8444-555555555555'
const CONNECT = 'com.jamf.connect'
const LOGIN = 'com.jamf.connect.login'

function profileWith(...payloads: Plain[]): PlistValue {
  return tree({
    PayloadContent: payloads,
    PayloadDisplayName: 'Example',
    PayloadIdentifier: 'com.example.migration',
    PayloadType: 'Configuration',
    PayloadUUID: uuids.profile,
    PayloadVersion: 1,
  })
}

const managed = (domain: string, settings: { readonly [key: string]: Plain }) =>
  payload('com.apple.ManagedClient.preferences', OLD, {
    PayloadContent: { [domain]: { Forced: [{ mcx_preference_settings: settings }] } },
  })

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

  it('has no room in a list without a profile, and says so', () => {
    const plan = planMigration(tree({ OIDCROPGID: 'client-1' }), 'com.jamf.connect.verify.plist')
    expect(plan.groups).toHaveLength(1)
    expect(plan.blocked).toContain('Convert it to a configuration profile first.')
    expect(migrationEdits(plan)).toEqual([])
  })
})

/** Any settings of any ancestor, with values that fit and such that do not, beside settings of today or none. */
const anyValue = fc.oneof<fc.Arbitrary<Plain>[]>(
  fc.boolean(),
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.constantFrom(
    ...[
      'corp.example.test',
      'CORP.EXAMPLE.TEST',
      '/usr/local/a.png',
      'https://acme.okta.com/',
      'openid email',
    ],
    ...['https://login.microsoftonline.com/common', 'URL', 'Azure', 'Custom', '12', '', 'true'],
  ),
  fc.array(fc.constantFrom('one', 'two'), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('Item', 'minLength'), fc.constantFrom('a', '8'), { maxKeys: 2 }),
)
const anyOld = fc
  .constantFrom(...ancestors)
  .chain((ancestor) =>
    fc
      .dictionary(
        fc.constantFrom('Invented', ...new Set(ancestor.rows.map(({ path: [name = ''] }) => name))),
        anyValue,
        { minKeys: 1, maxKeys: 12 },
      )
      .map((settings) => ({ domain: ancestor.domain, settings })),
  )
const anyProfile = fc
  .record({
    olds: fc.uniqueArray(anyOld, { minLength: 1, maxLength: 3, selector: ({ domain }) => domain }),
    inManaged: fc.boolean(),
    today: fc.boolean(),
  })
  .map(({ olds, inManaged, today }) =>
    profileWith(
      ...olds.map(({ domain, settings }, at) => ({
        ...(inManaged ? managed(domain, settings) : payload(domain, OLD, settings)),
        PayloadUUID: OLD.replace(/^1/, String(at + 2)),
      })),
      ...(today
        ? [
            payload(CONNECT, uuids.connect, {
              IdPSettings: { Provider: 'Custom' },
              HiddenMenuItems: ['about'],
            }),
          ]
        : []),
    ),
  )

/** Values inside a tree that can be told from each other, however they moved. */
function leavesOf(node: PlistValue, path: PlistPath = []): string[] {
  if (node.type === 'dict') {
    return node.entries.flatMap(({ key, value }) => leavesOf(value, [...path, key]))
  }
  return node.type === 'array'
    ? node.items.flatMap((item, at) => leavesOf(item, [...path, at]))
    : [path.join('/')]
}

const errorsOf = (root: PlistValue) => {
  const places = findSettings(root)
  return inspect(root, { places, settings: settingsByDomain(root, places) })
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'required-key')
    .map(({ rule, domain, path }) => `${rule} ${domain} ${path.join('/')}`)
}

describe('applied to any profile', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyProfile, (root) => {
        const after = applyEdits(root, migrationEdits(planMigration(root)))
        const again = applyEdits(after, migrationEdits(planMigration(after)))
        expect(equal(again, after)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('takes away what was chosen only, and nothing that stood elsewhere', () => {
    fc.assert(
      fc.property(anyProfile, (root) => {
        const plan = planMigration(root)
        const gone = plan.groups
          .flatMap(({ items }) => items)
          .filter((item) => choiceOf(item) !== 'leave')
          .map(({ id }) => id)
        const before = leavesOf(root)
        const after = new Set(leavesOf(applyEdits(root, migrationEdits(plan))))
        const lost = before.filter((path) => !after.has(path) && !gone.some((id) => path.startsWith(id)))
        expect(lost).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('makes no error that was not there, but for keys that are still to be written', () => {
    fc.assert(
      fc.property(anyProfile, (root) => {
        const before = new Set(errorsOf(root))
        const after = errorsOf(applyEdits(root, migrationEdits(planMigration(root))))
        expect(after.filter((error) => !before.has(error))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
