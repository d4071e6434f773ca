import type { TestSpot } from '@/components/testers/test-spot'
import { type TestKind, testKinds } from '@/lib/api/report'
import type { PlistPath } from '@/lib/plist/value'
import { PROFILE, profileKeys } from '@/lib/products/apple/profile-keys'
import { fieldFor, keyWithId } from '@/lib/products/keys'
import { tabs } from '@/lib/products/layout'
import { outsideLists } from '@/lib/schema/keys'

export const sideViews = ['xml', 'issues', 'login-window'] as const
export type SideView = (typeof sideViews)[number]

/** The tab with the keys of the profile, and with what has no place elsewhere. */
export const HOME_OF_THE_REST = tabs.find(({ profileKeys: shown }) => shown)?.id ?? ''

/** Where somebody is in an open configuration. Names of places only, never a value of the profile. */
export type Address = TestSpot & {
  readonly tab: string
  readonly view: 'form' | 'xml'
  readonly side: SideView
  /** The test that is open; null: the form is. */
  readonly test: TestKind | null
  readonly configuredOnly: boolean
  /** The key in hand, by an id that `placeOf` knows. */
  readonly key: string | null
  /** The panel of the form that is in view. */
  readonly section: string | null
}

export const NO_SPOT: TestSpot = { run: null, report: null, beside: null }

/** What an address without parameters leads to. */
export const START: Address = {
  tab: tabs[0]?.id ?? '',
  view: 'form',
  side: 'xml',
  test: null,
  ...NO_SPOT,
  configuredOnly: false,
  key: null,
  section: null,
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Reads the parameters of an address; what is unknown or broken is left out. */
export function readAddress(search: string): Address {
  const given = new URLSearchParams(search)
  const among = <T extends string>(name: string, known: readonly T[]) =>
    known.find((each) => each === given.get(name))
  const place = placeOf(given.get('key') ?? '')
  const section = given.get('section') ?? ''
  const test = among('test', testKinds) ?? null
  const named = (name: string, form: RegExp) =>
    test !== null && form.test(given.get(name) ?? '') ? (given.get(name) ?? null) : null
  const report = named('report', UUID)
  return {
    tab:
      place?.tab ??
      among(
        'tab',
        tabs.map(({ id }) => id),
      ) ??
      START.tab,
    view: among('view', ['xml']) ?? 'form',
    side: among('side', sideViews) ?? START.side,
    test,
    run: named('run', /^[\w-]{43}$/),
    report,
    beside: report === null ? null : named('with', UUID),
    configuredOnly: given.get('only') === 'configured',
    key: place?.id ?? null,
    section: place === null && /^[a-z0-9-]{1,80}$/.test(section) ? section : null,
  }
}

/** The parameters for a place, "" for the start; reading them gives the same place. */
export function writeAddress(address: Address): string {
  const { tab, view, side, test, run, report, beside, configuredOnly, key, section } = address
  const form = view === 'form' && test === null
  const told = {
    // A key says its tab.
    tab: !(form && key) && tab !== START.tab && tab,
    view: view !== START.view && view,
    side: side !== START.side && side,
    test,
    run: test !== null && run,
    report: test !== null && report,
    with: test !== null && report !== null && beside,
    only: configuredOnly && 'configured',
    key: form && key,
    section: form && key === null && section,
  }
  const query = Object.entries(told)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return query && `?${query}`
}

/** Whether going from one place to the other is a step of its own for "Back"; a run and a test of another kind are none. */
export function isStep(from: Address, to: Address): boolean {
  return (
    from.tab !== to.tab ||
    from.view !== to.view ||
    (from.test === null) !== (to.test === null) ||
    from.report !== to.report ||
    from.beside !== to.beside
  )
}

/** A place in the profile that somebody wants to see. */
export type AskedPlace = { readonly domain: string; readonly path: PlistPath }

/** A place in the profile that has an address. */
export type Place = {
  readonly id: string
  readonly domain: string
  readonly path: readonly string[]
  readonly tab: string
}

/** The place of a key by its id; null for one that no manifest has. What is inside a list leads to the list. */
export function placeOf(id: string): Place | null {
  const known = keyWithId(id)
  if (known) {
    const { domain, tab } = known
    const path = outsideLists(known.path)
    return path === known.path ? { id, domain, path, tab } : placeAt(domain, path)
  }
  const name = id.startsWith(`${PROFILE}/`) ? id.slice(PROFILE.length + 1) : ''
  return Object.hasOwn(profileKeys, name)
    ? { id, domain: PROFILE, path: [name], tab: HOME_OF_THE_REST }
    : null
}

/** The place of a key of the profile; null where the name could only come from the profile itself. */
export function placeAt(domain: string, path: PlistPath): Place | null {
  if (domain === PROFILE) {
    return placeOf(`${PROFILE}/${path[0]}`)
  }
  const known = fieldFor(domain, outsideLists(path))
  return known ? placeOf(known.id) : null
}
