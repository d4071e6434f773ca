import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { equal } from '@/lib/plist/tree'
import type { PlistValue } from '@/lib/plist/value'
import { writeXml } from '@/lib/plist/xml/writer'
import { keyWithId } from '@/lib/products/keys'
import { links, members, partnersOf, sharedValue } from '@/lib/products/links'
import { products } from '@/lib/products/products'
import { profileFor } from '@/lib/profile/template'
import type { KnownKey } from '@/lib/schema/keys'
import type { Link } from '@/lib/schema/link'
import type { Kind } from '@/lib/schema/manifest'
import type { Settings } from '@/lib/schema/settings'
import { storeOf } from './fixtures/store-of'
import type { ProfileStore } from './profile-store'

// The invented product stands beside the real ones: what is promised here is promised for every product.
vi.mock('@/lib/products/products', async (original) => {
  const { products } = await original<typeof import('@/lib/products/products')>()
  const { gateKeeper } = await import('@/lib/products/fixtures/gate-keeper')
  return { products: [...new Set([...products, gateKeeper])] }
})

const newProfile = (template: string) => storeOf(writeXml(profileFor(template, { name: 'Example GmbH' })))

/**
 * What the linked keys of the payloads that there are hold, in the form in which equal means the same. A key that
 * belongs to the link with one provider only may be empty after another provider was chosen.
 */
function heldBy(link: Link, settings: Settings): (PlistValue | undefined)[] {
  return members(link, settings)
    .filter(({ domain, id }) => settings.has(domain) && link.only?.[id] === undefined)
    .map((key) => sharedValue(key, settings))
}

/** Whether the secrets of the two apps are those of two applications, so that none is written for the other. */
function hasTwoSecrets({ settings }: ProfileStore): boolean {
  const secret = keyWithId('login/OIDCClientSecret')
  return secret !== undefined && partnersOf(secret, settings).some(({ bound }) => !bound)
}

function expectEqualSides(profile: ProfileStore, apart: ReadonlySet<string> = new Set()): void {
  for (const at of [profile.settings, storeOf(profile.text).settings]) {
    for (const link of links.filter(({ id }) => !apart.has(id))) {
      const [first, ...others] = heldBy(link, at)
      for (const other of others) {
        expect(first === other || (first && other && equal(first, other)), link.id).toBe(true)
      }
    }
  }
}

const string = (value: string): PlistValue => ({ type: 'string', value })
type Move = (profile: ProfileStore) => void

const text = fc.string({ maxLength: 6 })
const write =
  ({ domain, path }: KnownKey, value: PlistValue | null): Move =>
  (profile) =>
    profile.set(domain, path, value)

const number = (type: 'integer' | 'real', values: fc.Arbitrary<number>) => (key: KnownKey) =>
  fc.option(values).map((value) => write(key, value === null ? null : ({ type, value } as PlistValue)))

/** What the control of each kind that can be linked does to a key at one key press or click. */
const movesOf: {
  readonly [K in Exclude<Kind, 'dictionary'>]: (key: KnownKey) => fc.Arbitrary<Move>
} = {
  boolean: (key) =>
    fc.option(fc.boolean()).map((on) => write(key, on === null ? null : { type: 'boolean', value: on })),
  unconfirmed: (key) => fc.option(text).map((typed) => write(key, typed === null ? null : string(typed))),
  integer: number('integer', fc.nat(90)),
  real: number(
    'real',
    fc.nat(90).map((tenths) => tenths / 10),
  ),
  'string-map': (key) =>
    fc.tuple(text, text).map(([name, typed]): Move => {
      const value = string(typed)
      return write(key, name === '' ? null : { type: 'dict', entries: [{ key: name, value }] })
    }),
  'dictionary-list': (key) =>
    fc
      .nat(2)
      .map((count) => write(key, { type: 'array', items: Array(count).fill({ type: 'dict', entries: [] }) })),
  string: (key) => text.map((typed) => write(key, typed === '' ? null : string(typed))),
  choice: (key) =>
    fc
      .constantFrom(...('options' in key.definition ? Object.keys(key.definition.options ?? {}) : []))
      .map((option) => write(key, string(option))),
  file: (key) =>
    fc
      .tuple(fc.base64String({ minLength: 4 }), fc.constantFrom('write', 'remove'))
      .map(([content, what]) => write(key, what === 'remove' ? null : string(content))),
  'string-list': (key) =>
    fc.tuple(fc.nat(3), text, fc.constantFrom('add', 'type', 'remove', 'move', 'clear')).map(
      ([at, typed, what]): Move =>
        (profile) => {
          const value = profile.valueOf(key.domain, key.path)
          const items = value?.type === 'array' ? value.items : []
          const put = (next: readonly PlistValue[]) =>
            profile.set(key.domain, key.path, { type: 'array', items: next })
          const without = items.filter((_, index) => index !== at)
          const moves = {
            add: () => put([...items, string('')]),
            type: () => at < items.length && profile.set(key.domain, [...key.path, at], string(typed)),
            remove: () => put(without),
            move: () => put([...items.slice(at, at + 1), ...without]),
            clear: () => profile.set(key.domain, key.path, null),
          }
          moves[what]()
        },
    ),
}

const undo: Move = (profile) => profile.undo()
const redo: Move = (profile) => profile.redo()

/** Whether fields are drawn for what the key holds, and not only for the keys inside it. */
const isTyped = (kind: Kind): kind is keyof typeof movesOf => Object.hasOwn(movesOf, kind)

const linkedKeysOf = (product: string) =>
  links
    .flatMap(({ keys }) => keys)
    .map(keyWithId)
    .filter((key) => key?.product.id === product)
    .filter((key) => key !== undefined)

it('has a way of typing for every linked key: none is a dictionary that only holds others', () => {
  const linked = products.flatMap(({ facts }) => linkedKeysOf(facts.id))
  expect(linked.filter(({ definition }) => !isTyped(definition.kind))).toEqual([])
})

/** Those that have linked keys, and profiles to try them in. */
const linking = products.filter(({ facts, templates }) => templates && linkedKeysOf(facts.id).length > 0)

function typing(key: KnownKey): fc.Arbitrary<Move> {
  const { kind } = key.definition
  return isTyped(kind) ? movesOf[kind](key) : fc.constant(undo)
}

it.each(linking.map((product) => [product.facts.id, product] as const))(
  'keeps linked keys of %s equal at every key press, whichever side is edited, and through undo',
  async (id, product) => {
    const anyMove = fc.oneof(...linkedKeysOf(id).map(typing), fc.constantFrom(undo, redo))
    // A template with a purpose may set the two sides apart on purpose.
    const plain = ((await product.templates?.()) ?? []).filter(({ purpose }) => purpose === undefined)
    fc.assert(
      fc.property(
        fc.constantFrom(...plain.map((template) => template.id)),
        fc.array(anyMove, { maxLength: 25 }),
        (template, moves) => {
          const profile = newProfile(template)
          const apart = new Set<string>()
          for (const move of moves) {
            move(profile)
            if (hasTwoSecrets(profile)) {
              apart.add('secret')
            }
            expectEqualSides(profile, apart)
          }
        },
      ),
      { numRuns: 150 },
    )
  },
)

const key = (id: string) => keyWithId(id) ?? expect.fail(id)
const codes = [key('login/ROPGSuccessCodes'), key('connect/IdPSettings/SuccessCodes')] as const
const values = (profile: ProfileStore, keys: readonly KnownKey[]) =>
  keys.map(({ domain, path }) => {
    const value = profile.valueOf(domain, path)
    return value?.type === 'array' ? value.items.map((item) => item.type === 'string' && item.value) : value
  })

it('writes a code into both lists letter by letter, from either side', () => {
  for (const { domain, path } of codes) {
    const profile = newProfile('OneLogin')
    profile.set(domain, path, { type: 'array', items: [string('')] })
    for (const typed of ['M', 'MF', 'MFA']) {
      profile.set(domain, [...path, 0], string(typed))
      expect(values(profile, codes)).toEqual([[typed], [typed]])
    }
    profile.undo()
    expect(values(profile, codes)).toEqual([[''], ['']])
  }
})

const tenants = [key('login/OIDCTenant'), key('connect/IdPSettings/TenantID')] as const

it('never writes over a different value, also when what is typed becomes the same on the way', () => {
  fc.assert(
    fc.property(text.filter(Boolean), text.filter(Boolean), (theirs, more) => {
      const [tenant, other] = tenants
      const profile = newProfile('EntraID')
      profile.apply([{ domain: other.domain, path: other.path, value: string(theirs) }])
      for (let length = 1; length <= theirs.length + more.length; length++) {
        profile.set(tenant.domain, tenant.path, string((theirs + more).slice(0, length)))
        expect(profile.valueOf(other.domain, other.path)).toEqual(string(theirs))
      }
    }),
  )
})

it('lets keys that were taken apart go their own ways, and follow again when they are put together', () => {
  const [login, menuBar] = codes
  const profile = newProfile('PingFederate')
  const list = (...items: string[]): PlistValue => ({ type: 'array', items: items.map(string) })
  profile.set(login.domain, login.path, list('one'))
  profile.setApart(login, [menuBar], true)
  profile.set(login.domain, login.path, list('one', 'two'))
  expect(values(profile, codes)).toEqual([['one', 'two'], ['one']])
  profile.set(menuBar.domain, [...menuBar.path, 0], string('three'))
  expect(values(profile, codes)).toEqual([['one', 'two'], ['three']])
  profile.set(login.domain, login.path, list('three'))
  profile.setApart(login, [menuBar], false)
  profile.set(login.domain, [...login.path, 0], string('four'))
  expect(values(profile, codes)).toEqual([['four'], ['four']])
})

it('writes the tenant of the password check too where the provider has it', () => {
  const three = [...tenants, key('login/ROPGTenant')]
  for (const [provider, last] of [
    ['EntraID', string('x')],
    ['OneLogin', undefined],
  ] as const) {
    const profile = newProfile(provider)
    profile.set(tenants[1].domain, tenants[1].path, string('x'))
    expect(values(profile, three)).toEqual([string('x'), string('x'), last])
  }
})

it('leaves a payload alone that the profile does not have', () => {
  const profile = storeOf('<plist version="1.0"><dict/></plist>', {
    fileName: 'com.jamf.connect.login.plist',
  })
  profile.set(tenants[0].domain, tenants[0].path, string('contoso.example'))
  expect([...profile.settings.keys()]).toEqual(['com.jamf.connect.login'])
  expect(profile.refusal).toBeNull()
})

it('takes keys apart as one step: undo and Reset link them again, redo takes them apart', () => {
  const [tenant, other] = tenants
  const profile = newProfile('EntraID')
  profile.set(tenant.domain, tenant.path, string('one'), 'whole')
  profile.markSaved(profile)
  const linked = (text: string) => {
    profile.set(tenant.domain, tenant.path, string(text), 'whole')
    const followed = profile.valueOf(other.domain, other.path)
    profile.undo()
    return followed?.type === 'string' && followed.value === text
  }
  profile.setApart(tenant, [other], true)
  expect(linked('two')).toBe(false)
  profile.undo()
  expect(values(profile, tenants)).toEqual([string('one'), string('one')])
  expect(linked('two')).toBe(true)
  profile.setApart(tenant, [other], true)
  profile.reset()
  expect(linked('two')).toBe(true)
  profile.undo()
  expect(linked('two')).toBe(false)
})

it('links keys and gives them one value in one step', () => {
  const [tenant, other] = tenants
  const profile = newProfile('EntraID')
  profile.set(tenant.domain, tenant.path, string('one'), 'whole')
  profile.setApart(tenant, [other], true)
  profile.set(other.domain, other.path, string('another'), 'whole')
  const edits = [{ domain: other.domain, path: other.path, value: string('one') }]
  profile.setApart(tenant, [other], false, edits)
  expect(values(profile, tenants)).toEqual([string('one'), string('one')])
  profile.undo()
  expect(values(profile, tenants)).toEqual([string('one'), string('another')])
  profile.set(tenant.domain, tenant.path, string('two'), 'whole')
  expect(values(profile, tenants)).toEqual([string('two'), string('another')])
})
