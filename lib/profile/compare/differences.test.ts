import fc from 'fast-check'
import { expect, it } from 'vitest'
import { without, withValue } from '../../plist/tree'
import type { PlistDict, PlistValue } from '../../plist/value'
import { applyEdits } from '../edit'
import { files } from '../fixtures/arbitrary-profiles'
import { newProfile } from '../identity'
import { dictOf, flag, text, whole } from '../payloads/build'
import { findSettings, settingsByDomain } from '../payloads/shapes'
import { profileFor } from '../template'
import { type Difference, differences } from './differences'
import { same } from './same'

const LOGIN = 'com.jamf.connect.login'
const edit = (root: PlistValue, key: string, value: PlistValue | null, domain = LOGIN) =>
  applyEdits(root, [{ domain, path: [key], value }])
const brief = ({ kind, domain, path, told }: Difference) => [
  kind,
  domain,
  path.join('/'),
  told.before,
  told.after,
]

const pairs = fc.tuple(files, files).filter(([one, other]) =>
  [one, other].every(({ root }) => {
    const domains = findSettings(root, one.fileName).map(({ domain }) => domain)
    return new Set(domains).size === domains.length
  }),
)

/** What settings come to; a dictionary without anything in it is none. */
function plain(settings: ReadonlyMap<string, PlistDict>): PlistDict {
  const entries = [...settings].map(([key, value]) => ({ key, value }))
  return bared({ type: 'dict', entries }) as PlistDict
}

function bared(value: PlistValue): PlistValue {
  if (value.type === 'array') {
    return { type: 'array', items: value.items.map(bared) }
  }
  return value.type === 'dict'
    ? {
        type: 'dict',
        entries: value.entries
          .map((entry) => ({ key: entry.key, value: bared(entry.value) }))
          .filter((entry) => entry.value.type !== 'dict' || entry.value.entries.length > 0),
      }
    : value
}

it('the differences, applied to one profile, give the settings of the other', () => {
  fc.assert(
    fc.property(pairs, ([{ root: before, fileName }, { root: after }]) => {
      const [from, to] = [before, after].map((root) =>
        settingsByDomain(root, findSettings(root, fileName)),
      ) as [Map<string, PlistDict>, Map<string, PlistDict>]
      const states = new Set(
        [before, after].flatMap((root) =>
          findSettings(root, fileName).map(({ domain, state }) => `${domain}${state === 'Set-Once'}`),
        ),
      )
      let applied: PlistValue = { type: 'dict', entries: [...from].map(([key, value]) => ({ key, value })) }
      for (const { at, domain, path, after: value } of differences(before, after, fileName)) {
        if (domain !== null && (at === domain || at.startsWith(`${domain}\u0000`))) {
          const place = [domain, ...path]
          applied = value === undefined ? without(applied, place) : withValue(applied, place, value)
        }
      }
      // Forced settings and those that are set once are not compared with each other.
      const domains = [...from.keys(), ...to.keys()].filter(
        (domain) => !(states.has(`${domain}true`) && states.has(`${domain}false`)),
      )
      for (const domain of domains) {
        const [result] = [bared(applied) as PlistDict].map(
          ({ entries }) => entries.find(({ key }) => key === domain)?.value,
        )
        expect(same(result, plain(to).entries.find(({ key }) => key === domain)?.value)).toBe(true)
      }
    }),
  )
})

it('there and back are the same places, told the other way round; nothing differs from itself', () => {
  const turned = { added: 'removed', removed: 'added', changed: 'changed', type: 'type' } as const
  const another = (told: string | null) => told?.replace(/ \(another\)$/, '') ?? null
  const sorted = (rows: readonly unknown[][]) => rows.map((row) => JSON.stringify(row)).toSorted()
  fc.assert(
    fc.property(files, files, ({ root: before, fileName }, { root: after }) => {
      const there = differences(before, after, fileName)
      const back = differences(after, before, fileName)
      expect(
        sorted(back.map(({ at, kind, told }) => [at, kind, another(told.before), another(told.after)])),
      ).toEqual(
        sorted(
          there.map(({ at, kind, told }) => [at, turned[kind], another(told.after), another(told.before)]),
        ),
      )
      expect(differences(before, structuredClone(before), fileName)).toEqual([])
    }),
  )
})

it('a key is told by its domain, its path and its title, and a type by its name', () => {
  const before = profileFor('EntraID', { name: 'Acme' })
  let after = edit(before, 'OIDCClientID', text('one'))
  const changed = edit(edit(after, 'OIDCClientID', text('two')), 'DenyLocal', text('true'))
  after = edit(after, 'DenyLocal', flag(true))
  const rows = differences(after, edit(changed, 'LoginScreen', whole(1)))
  expect(rows.map(brief)).toEqual([
    ['type', LOGIN, 'DenyLocal', 'On (switch)', 'true (text)'],
    ['changed', LOGIN, 'OIDCClientID', 'one', 'two'],
    ['added', LOGIN, 'LoginScreen', null, '1'],
  ])
  expect(rows[1]).toMatchObject({ title: 'OIDC Client ID', path: ['OIDCClientID'] })
  expect(differences(after, withValue(after, ['PayloadDisplayName'], text('Other'))).map(brief)).toEqual([
    ['changed', null, 'PayloadDisplayName', 'Acme', 'Other'],
  ])
})

it('settings are the same settings in a payload of their own and in managed preferences', () => {
  const made = (form: 'direct' | 'managed-preferences', secret: string) =>
    applyEdits(
      newProfile({ name: 'Acme', form }),
      [
        { domain: LOGIN, path: ['OIDCClientID'], value: text('one') },
        { domain: LOGIN, path: ['OIDCClientSecret'], value: text(secret) },
      ],
      { form },
    )
  const rows = differences(made('direct', 'x'), made('managed-preferences', 'x'))
  expect(rows.filter(({ path }) => path[0]?.toString().startsWith('OIDC'))).toEqual([])
  const told = differences(made('direct', 'x'), made('managed-preferences', 'y'))
  expect(told.find(({ path }) => path[0] === 'OIDCClientSecret')?.kind).toBe('changed')
})

it('what was moved in the file is no difference', () => {
  const root = profileFor('EntraID', { name: 'Acme' }) as PlistDict
  const moved = { ...root, entries: root.entries.toReversed() }
  expect(differences(root, moved)).toEqual([])
})

it('nothing of a credential is told, wherever it stands', () => {
  const secrets = ['tUlip-9931-old', 'tUlip-4417-new']
  const base = profileFor('EntraID', { name: 'Acme' })
  const [before, after] = secrets.map((secret) => {
    const own = edit(base, 'OIDCClientSecret', text(secret))
    const payload = dictOf({
      Nested: { type: 'array', items: [dictOf({ Password: text(secret) }), text('x')] },
      PayloadType: text('com.example.app'),
      PayloadUUID: text('7D9A0C4E-5A1F-4C1E-9D55-0F3B8F0A2C11'),
      Password: text(secret),
    })
    const payloads = (own as PlistDict).entries.find(({ key }) => key === 'PayloadContent')?.value
    const items = payloads?.type === 'array' ? payloads.items : []
    return withValue(own, ['PayloadContent'], { type: 'array', items: [...items, payload] })
  }) as [PlistValue, PlistValue]
  const rows = differences(before, after)
  expect(rows.map(brief)).toEqual([
    ['changed', LOGIN, 'OIDCClientSecret', '••••••••', '•••••••• (another)'],
    ['changed', 'com.example.app', 'Nested', '••••••••', '•••••••• (another)'],
    ['changed', 'com.example.app', 'Password', '••••••••', '•••••••• (another)'],
  ])
})

it('two profiles of 5,000 lines are compared in less than 50 ms', () => {
  const large = (value: string) => {
    const entries = Array.from({ length: 2400 }, (_, index) => ({
      key: `Setting${index}`,
      value: text(index % 7 === 0 ? `${value}${index}` : `the same ${index}`),
    }))
    const uuid = '7D9A0C4E-5A1F-4C1E-9D55-0F3B8F0A2C11'
    const payload = dictOf({ PayloadType: text(LOGIN), PayloadUUID: text(uuid) })
    const settings: PlistDict = { type: 'dict', entries: [...payload.entries, ...entries] }
    return withValue(newProfile({ name: 'Large' }), ['PayloadContent'], { type: 'array', items: [settings] })
  }
  const times = Array.from({ length: 12 }, () => {
    const [before, after] = [large('one'), large('other')]
    // Time of this process alone: others share the machine.
    const start = process.cpuUsage()
    expect(differences(before, after).length).toBeGreaterThan(340)
    return process.cpuUsage(start).user / 1000
  })
  expect(Math.min(...times)).toBeLessThan(50)
})
