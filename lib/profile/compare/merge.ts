import { child, without, withValue } from '../../plist/tree'
import type { PlistDict, PlistValue } from '../../plist/value'
import { secretsAmong } from './hidden'
import { type Landmarks, landmarksOf } from './landmarks'
import { type Part, type Place, partsOf, rootPlace } from './parts'
import { same } from './same'
import { type Names, namesOf, toldValues } from './told'

/** What each of three profiles holds in a place, in words that tell nothing of credentials; null: not there. */
export type ToldSides = {
  readonly base: string | null
  readonly theirs: string | null
  readonly mine: string | null
}

/** A place that both sides changed, each in another way. */
export type Clash = Place &
  Names & {
    readonly told: ToldSides
  }

export type Merge = {
  /** Their profile with my changes in it; where both changed the same, what was chosen, theirs otherwise. */
  readonly root: PlistValue
  readonly clashes: readonly Clash[]
}

/** Which side counts where both changed the same, by the `at` of the clash. */
export type Choices = ReadonlyMap<string, 'theirs' | 'mine'>

/** Three profiles, in this order: what both began from, theirs, mine. */
export type Sides = readonly [PlistValue, PlistValue, PlistValue]

/**
 * Brings the changes of two people to one profile together, key by key: what only one of them changed is taken from that
 * one. Lists count as one value, but for lists of payloads. `fileName` tells the domain of bare property lists.
 */
export function merge(sides: Sides, choices: Choices = new Map(), fileName?: string): Merge {
  const marks = landmarksOf(sides, fileName)
  const found: Part[] = []
  const root = merged(sides, rootPlace(sides, marks), { marks, choices, found })
  const shown = new Set(found.flatMap(({ values }) => values.filter((value) => value !== undefined)))
  const secrets = secretsAmong(sides, shown, fileName)
  return { root: root ?? sides[1], clashes: found.map((part) => clash(part, secrets)) }
}

type Walk = { readonly marks: Landmarks; readonly choices: Choices; readonly found: Part[] }

function merged(values: Part['values'], place: Place, walk: Walk): PlistValue | undefined {
  const [base, theirs, mine] = values
  if (same(base, mine) || same(theirs, mine)) {
    return theirs
  }
  if (same(base, theirs)) {
    return mine
  }
  const parts = theirs && mine ? partsOf([theirs, mine, base], place, walk.marks) : null
  if (theirs === undefined || parts === null) {
    walk.found.push({ step: '', values, place })
    return walk.choices.get(place.at) === 'mine' ? mine : theirs
  }
  const inner = parts.map(({ step, values: [their, my, old], place: at }) => ({
    step,
    result: merged([old, their, my], at, walk),
  }))
  return theirs.type === 'dict' ? dictOf(theirs, inner) : listOf(inner)
}

type Inner = {
  readonly step: string
  readonly result: PlistValue | undefined
}

/** Their dictionary with what became of its entries; the order is theirs. */
function dictOf(theirs: PlistDict, inner: readonly Inner[]): PlistValue {
  return inner.reduce<PlistValue>((dict, { step, result }) => {
    if (result === undefined) {
      return without(dict, [step])
    }
    return result === child(dict, step) ? dict : withValue(dict, [step], result)
  }, theirs)
}

function listOf(inner: readonly Inner[]): PlistValue {
  return { type: 'array', items: inner.flatMap(({ result }) => result ?? []) }
}

function clash({ values, place }: Part, secrets: ReadonlySet<PlistValue>): Clash {
  const [base = null, theirs = null, mine = null] = toldValues(values, secrets)
  return { ...place, ...namesOf(place), told: { base, theirs, mine } }
}
