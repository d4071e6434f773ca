import { describe, expect, test } from 'vitest'
import { valueAt } from '../../../plist/tree'
import type { PlistValue } from '../../../plist/value'
import { applyEdits } from '../../../profile/edit'
import { findSettings, settingsByDomain } from '../../../profile/payloads/shapes'
import { profileFor } from '../../../profile/template'
import { holds } from '../../../schema/condition'
import type { SetUpGuide, Source, Step } from '../../../schema/set-up'
import { schemaFor } from '../../../schema/value-schema'
import { contextOf, seenFrom } from '../context'
import { allKeys, keyWithId } from '../keys'
import type { KeyId } from '../manifests/key-ids'
import { providers } from '../providers/providers'
import { templates } from '../templates'
import { guides } from './guides'

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const providerIds: readonly string[] = providers.map(({ id }) => id)
const templateIds: readonly string[] = templates.map(({ id }) => id)

const named = guides.map((guide) => [guide.id, guide] as const)
const withSteps = named.filter(([, { steps }]) => steps.length > 0)

test('every guided set-up has a name of its own', () => {
  const ids = guides.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !KEBAB.test(id))).toEqual([])
  const titles = guides.map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
})

describe.each(named)('the guided set-up %s', (_, guide) => {
  test('is for providers and a template that exist', () => {
    expect(guide.providers.length).toBeGreaterThan(0)
    expect(guide.providers.filter((id) => !providerIds.includes(id))).toEqual([])
    expect(templateIds).toContain(templateOf(guide))
  })

  test('has steps, or says what is not possible', () => {
    expect(guide.steps.length + (guide.limits?.length ?? 0)).toBeGreaterThan(0)
    const ids = guide.steps.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !KEBAB.test(id))).toEqual([])
  })

  test('rests on pages', () => {
    for (const [id, sources] of sourcesOf(guide)) {
      expect(sources.length, id).toBeGreaterThan(0)
      for (const { label, url } of sources) {
        expect(url, id).toMatch(/^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/)
        expect(label, id).toMatch(/\S/)
      }
    }
  })

  test('speaks in sentences, and has headings without a period', () => {
    for (const sentence of sentencesOf(guide)) {
      expect(sentence).toMatch(/\.$/)
    }
    for (const heading of headingsOf(guide)) {
      expect(heading).toMatch(/[^.\s]$/)
    }
    for (const text of [...sentencesOf(guide), ...headingsOf(guide)]) {
      expect(text).not.toMatch(/!|\s\s|successfully|'|"\w|^\s/)
    }
  })
})

describe.each(withSteps)('the steps of %s', (_, guide) => {
  test('name keys of the catalogue, and set what these can hold', () => {
    for (const { id, value } of settingsOf(guide)) {
      const key = keyWithId(id) ?? expect.fail(`${id} is no key`)
      if (value !== undefined) {
        expect(schemaFor(key).safeParse(value).success, id).toBe(true)
      }
    }
  })

  test('name keys that are heeded once its values are set', () => {
    const context = contextAfter(guide)
    expect(guide.providers).toContain(context.provider)
    for (const { id } of settingsOf(guide)) {
      const key = keyWithId(id) ?? expect.fail(`${id} is no key`)
      const heeded = key.appliesWhen === undefined || holds(key.appliesWhen, seenFrom(context, key.domain))
      expect(heeded, id).toBe(true)
    }
  })

  test('bring every key that its provider requires', () => {
    const context = contextAfter(guide)
    const named: readonly string[] = settingsOf(guide).map(({ id }) => id)
    const missing = allKeys.filter(
      ({ id, domain, path, definition: { required } }) =>
        PLACES.test(id) &&
        required !== undefined &&
        holds(required, seenFrom(context, domain)) &&
        valueAt(context.settings.get(domain) ?? EMPTY, path) === undefined &&
        !named.includes(id),
    )
    expect(missing.map(({ id }) => id)).toEqual([])
  })
})

/** Where an identity provider is set up. */
const PLACES = /^(login\/[^/]+|connect\/IdPSettings\/[^/]+)$/
const EMPTY: PlistValue = { type: 'dict', entries: [] }

function templateOf({ template, providers: [first] }: SetUpGuide<KeyId>): string {
  return template ?? first ?? ''
}

/** What the profile is like when a new configuration has got every value that the steps set. */
function contextAfter(guide: SetUpGuide<KeyId>) {
  const edits = settingsOf(guide).flatMap(({ id, value }) => {
    const key = keyWithId(id)
    return key === undefined || value === undefined ? [] : [{ domain: key.domain, path: key.path, value }]
  })
  const root = applyEdits(profileFor(templateOf(guide), { name: 'Acme' }), edits)
  return contextOf(settingsByDomain(root, findSettings(root)))
}

/** The keys that the steps name, with the value where it follows from the step. */
function settingsOf({ steps }: SetUpGuide<KeyId>): { readonly id: KeyId; readonly value?: PlistValue }[] {
  return steps.flatMap(({ carries = [], brings = [], sets = [] }: Step<KeyId>) => [
    ...carries.flatMap(({ value }) => (typeof value === 'string' ? [] : [{ id: value.key }])),
    ...brings.flatMap(({ keys }) => keys.map((id) => ({ id }))),
    ...sets.map(({ key, value }) => ({ id: key, value: plist(value) })),
  ])
}

function plist(value: string | boolean | readonly string[]): PlistValue {
  if (typeof value === 'boolean') {
    return { type: 'boolean', value }
  }
  return typeof value === 'string'
    ? { type: 'string', value }
    : { type: 'array', items: value.map((item) => ({ type: 'string', value: item })) }
}

function sourcesOf({ steps, limits = [] }: SetUpGuide<KeyId>): [string, readonly Source[]][] {
  return [
    ...steps.map(({ id, sources }): [string, readonly Source[]] => [id, sources]),
    ...limits.map(({ what, sources }): [string, readonly Source[]] => [what, sources]),
  ]
}

function sentencesOf({ about, steps, limits = [] }: SetUpGuide<KeyId>): string[] {
  const ofSteps = steps.flatMap(({ text, unconfirmed, carries = [], brings = [], pitfalls = [] }) => [
    text,
    unconfirmed,
    ...carries.map(({ note }) => note),
    ...brings.map(({ note }) => note),
    ...pitfalls.map((pitfall) => pitfall.text),
  ])
  const all = [about, ...ofSteps, ...limits.flatMap(({ what, instead }) => [what, instead])]
  return all.filter((text) => text !== undefined)
}

function headingsOf({ title, steps }: SetUpGuide<KeyId>): string[] {
  const ofSteps = steps.flatMap((step) => [
    step.title,
    step.proof?.shows,
    ...(step.path ?? []),
    ...(step.formerPath ?? []),
    ...(step.carries ?? []).map(({ label }) => label),
    ...(step.brings ?? []).map(({ label }) => label),
  ])
  return [title, ...ofSteps].filter((text) => text !== undefined)
}
