import fc from 'fast-check'
import { expect, it } from 'vitest'
import { valueAt } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { applyEdits } from '../edit'
import { files, plistValues } from '../fixtures/arbitrary-profiles'
import { newProfile } from '../identity'
import { flag, text } from '../payloads/build'
import { findSettings, settingsByDomain } from '../payloads/shapes'
import { merge } from './merge'
import { same } from './same'

const DOMAINS = ['com.jamf.connect.login', 'com.jamf.connect', 'com.jamf.connect.shares']
const KEYS = ['OIDCClientID', 'DenyLocal', 'OIDCScopes', 'Zeta', 'Alpha']
const places = DOMAINS.flatMap((domain) => KEYS.map((key) => ({ domain, path: [key] })))

/** Edits of different keys, at most one of each; null takes a key away. */
const edits = fc.uniqueArray(
  fc.record({ place: fc.constantFrom(...places), value: fc.option(plistValues) }),
  { selector: ({ place }) => `${place.domain}/${place.path}`, maxLength: places.length },
)
const shape = fc.constantFrom('direct', 'managed-preferences')
const apply = (
  root: PlistValue,
  list: readonly { place: (typeof places)[number]; value: PlistValue | null }[],
  form: 'direct' | 'managed-preferences',
) =>
  applyEdits(
    root,
    list.map(({ place, value }) => ({ ...place, value })),
    { form },
  )
const settingAt = (root: PlistValue, { domain, path }: (typeof places)[number]) => {
  const settings = settingsByDomain(root, findSettings(root)).get(domain)
  return settings && valueAt(settings, path)
}

it('keeps every edit of either side that does not clash, and asks for nothing', () => {
  fc.assert(
    fc.property(edits, edits, shape, fc.infiniteStream(fc.boolean()), (before, changes, form, sides) => {
      // Each key is changed by one side; a domain that one side empties is not touched by the other.
      const base = apply(
        newProfile({ name: 'Acme' }),
        [...before, ...DOMAINS.map((domain) => ({ place: { domain, path: ['Kept'] }, value: flag(true) }))],
        form as 'direct',
      )
      const isMine = new Map(changes.map((change) => [change, sides.next().value]))
      const [mine, theirs] = [true, false].map((side) =>
        changes.filter((change) => isMine.get(change) === side),
      )
      const result = merge([
        base,
        apply(base, theirs ?? [], form as 'direct'),
        apply(base, mine ?? [], form as 'direct'),
      ])
      expect(result.clashes).toEqual([])
      for (const { place, value } of changes) {
        expect(same(settingAt(result.root, place), value ?? undefined)).toBe(true)
      }
      for (const place of places.filter((at) => !changes.some((change) => change.place === at))) {
        expect(same(settingAt(result.root, place), settingAt(base, place))).toBe(true)
      }
    }),
  )
})

const trees = files.map(({ root }): PlistValue => root)

it('takes the other side whole when one has changed nothing, and either when both have made the same', () => {
  fc.assert(
    fc.property(trees, trees, (base, other) => {
      for (const sides of [
        [base, base, other],
        [base, other, base],
        [base, other, structuredClone(other)],
      ] as const) {
        const { root, clashes } = merge(sides)
        expect(clashes).toEqual([])
        expect(same(root, other)).toBe(true)
      }
    }),
  )
})

it('merged again it stays as it is, whichever side was chosen', () => {
  fc.assert(
    fc.property(trees, trees, trees, (base, theirs, mine) => {
      const { root, clashes } = merge([base, theirs, mine])
      expect(same(merge([theirs, root, root]).root, root)).toBe(true)
      if (clashes.length === 0) {
        expect(same(merge([base, root, mine]).root, root)).toBe(true)
      }
      const choices = new Map(clashes.map(({ at }) => [at, 'mine'] as const))
      const chosen = merge([base, theirs, mine], choices)
      expect(chosen.clashes).toEqual(clashes)
      expect(same(merge([theirs, chosen.root, theirs]).root, chosen.root)).toBe(true)
    }),
  )
})

it('both sides clash in the same places', () => {
  fc.assert(
    fc.property(trees, trees, trees, (base, theirs, mine) => {
      const there = merge([base, theirs, mine]).clashes.map(({ at }) => at)
      const back = merge([base, mine, theirs]).clashes.map(({ at }) => at)
      expect(back.toSorted()).toEqual(there.toSorted())
    }),
  )
})

it('asks where both changed one key, tells nothing of a credential, and does as chosen', () => {
  const base = applyEdits(newProfile({ name: 'Acme' }), [
    { domain: 'com.jamf.connect.login', path: ['OIDCClientSecret'], value: text('rOse-1') },
  ])
  const [theirs, mine] = ['rOse-2', 'rOse-3'].map((secret) =>
    applyEdits(base, [{ domain: 'com.jamf.connect.login', path: ['OIDCClientSecret'], value: text(secret) }]),
  ) as [PlistValue, PlistValue]
  const { root, clashes } = merge([base, theirs, mine])
  expect(same(root, theirs)).toBe(true)
  expect(clashes).toMatchObject([{ title: 'Client Secret', domain: 'com.jamf.connect.login' }])
  expect(JSON.stringify(clashes)).not.toMatch(/rOse/)
  const choice = new Map([[clashes[0]?.at ?? '', 'mine' as const]])
  expect(same(merge([base, theirs, mine], choice).root, mine)).toBe(true)
})

it('a payload that one side took away and the other changed is asked for as a whole', () => {
  const domain = 'com.jamf.connect.login'
  const base = applyEdits(newProfile({ name: 'Acme' }), [{ domain, path: ['DenyLocal'], value: flag(true) }])
  const mine = applyEdits(base, [{ domain, path: ['OIDCClientID'], value: text('one') }])
  const gone = newProfile({ name: 'Acme' })
  const theirs: PlistValue = {
    type: 'dict',
    entries: (base.type === 'dict' ? base.entries : []).map((entry) =>
      entry.key === 'PayloadContent' ? (gone.entries.find(({ key }) => key === entry.key) ?? entry) : entry,
    ),
  }
  const { clashes, root } = merge([base, theirs, mine])
  expect(clashes.map(({ domain: holder, path, told }) => [holder, path, told.theirs])).toEqual([
    [domain, [], null],
  ])
  expect(same(root, theirs)).toBe(true)
})
