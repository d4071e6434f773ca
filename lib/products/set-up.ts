import type { Edit } from '../api/issue'
import type { PlistValue } from '../plist/value'
import { seenBy } from '../schema/rules'
import type { SetUpGuide, Step } from '../schema/set-up'
import type { Settings } from '../schema/settings'
import { keyWithId } from './keys'
import { persist } from './persist'
import { products } from './products'

/** What to do at identity providers, the guides of each product together. */
export const setUpGuides: readonly SetUpGuide[] = (
  await Promise.all(products.map((product) => product.setUp && persist(product.setUp)))
).flatMap((own) => own ?? [])

/** The guide with an id; undefined for one that nobody wrote. */
export function setUpGuide(id: string): SetUpGuide | undefined {
  return setUpGuides.find((guide) => guide.id === id)
}

/** The guides for a provider, by its value of the product's provider key; none while it is not configured. */
export function guidesOf(provider: string | null): readonly SetUpGuide[] {
  return setUpGuides.filter(({ providers }) => provider !== null && providers.includes(provider))
}

/** A step of a guide. */
export type GuideStep = { readonly guide: SetUpGuide; readonly step: Step }

/**
 * The steps to go back to after a finding, at most one of each guide: those that name the row of its diagnosis, else those
 * that name its check.
 */
export function stepsBehind(
  { check, row }: { readonly check: string; readonly row?: string },
  guides: readonly SetUpGuide[],
): readonly GuideStep[] {
  const first = (names: (step: Step) => boolean) =>
    guides.flatMap((guide) => {
      const step = guide.steps.find(names)
      return step === undefined ? [] : [{ guide, step }]
    })
  const byRow = first(({ pitfalls = [] }) => pitfalls.some(({ rows = [] }) => rows.includes(row ?? '')))
  return byRow.length > 0 ? byRow : first(({ proof }) => proof?.checks?.includes(check) === true)
}

/** The identity provider of settings, by the value that guides name; null while there is none. */
export function providerIn(settings: Settings): string | null {
  const seen = products.map((product) => seenBy(product, settings)(product.facts.manifests[0]?.domain ?? ''))
  return seen.map(({ provider }) => provider).find((provider) => provider !== null) ?? null
}

/** What a step sets in the profile, as edits. Throws RangeError for an id that no key has. */
export function editsOf({ sets = [] }: Pick<Step, 'sets'>): readonly Edit[] {
  return sets.map(({ key: id, value }) => {
    const key = keyWithId(id)
    if (key === undefined) {
      throw new RangeError(`No key is called ${id}.`)
    }
    return { domain: key.domain, path: key.path, value: plainValue(value) }
  })
}

function plainValue(value: string | boolean | readonly string[]): PlistValue {
  if (typeof value === 'boolean') {
    return { type: 'boolean', value }
  }
  return typeof value === 'string'
    ? { type: 'string', value }
    : { type: 'array', items: value.map((item) => ({ type: 'string', value: item })) }
}
