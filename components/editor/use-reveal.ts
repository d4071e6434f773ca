'use client'
import { useCallback, useEffect, useRef } from 'react'
import { fieldId } from '@/components/fields/field-props'
import type { PlistPath } from '@/lib/plist/value'
import { PROFILE, profileKeys } from '@/lib/products/apple/profile-keys'
import { fieldFor, keyWithId, manifests } from '@/lib/products/keys'
import { linkOf } from '@/lib/products/links'
import { type Address, type AskedPlace, HOME_OF_THE_REST, placeOf } from './address'
import { panelId } from './group-panel'
import { markAsked, scrollTo } from './scroll-to'

/** Whether a place has a field in the form; what is between payloads can only be shown in the XML. */
export function hasField(domain: string | null, path: PlistPath): boolean {
  return domain === null ? path.length === 1 && String(path[0]) in profileKeys : path.length > 0
}

/** What has to be brought into view: the first of these elements that there is; a key also gets the focus. */
type Wanted = { readonly ids: readonly string[]; readonly key: boolean }

type Reveal = {
  /**
   * Shows a place: its field, on whichever tab it is, else its lines in the XML. A key without a field of its own leads
   * to the nearest one around it; a linked key that is hidden leads to the one that writes it.
   */
  readonly reveal: (domain: string | null, path: PlistPath) => void
  /** Brings the small place of an address into view with the next `tick`. */
  readonly seek: (address: Address) => void
}

/** Ways to a place, first to that of `start`. `tick` changes with every render that may have mounted what was asked for. */
export function useReveal(
  openTab: (tab: string, place: AskedPlace) => void,
  openXml: (path: PlistPath) => void,
  tick: unknown,
  start: Address,
): Reveal {
  const wanted = useRef(wantedAt(start))
  // biome-ignore lint/correctness/useExhaustiveDependencies: tick is what changes
  useEffect(() => {
    const { ids, key } = wanted.current ?? { ids: [], key: false }
    const element = ids.map((id) => document.getElementById(id)).find((found) => found !== null)
    if (element) {
      wanted.current = null
      scrollTo(element, key ? 'center' : 'start')
      if (key) {
        element.focus({ preventScroll: true })
        markAsked(element)
      }
    }
  }, [tick])
  const reveal = useCallback(
    (domain: string | null, path: PlistPath) => {
      if (!hasField(domain, path)) {
        openXml(path)
        return
      }
      wanted.current = { ids: candidates(domain ?? PROFILE, path), key: true }
      const place = { domain: domain ?? PROFILE, path }
      openTab(domain === null ? HOME_OF_THE_REST : tabOf(domain, path), place)
    },
    [openTab, openXml],
  )
  const seek = useCallback((address: Address) => {
    wanted.current = wantedAt(address)
  }, [])
  return { reveal, seek }
}

function wantedAt({ key, section }: Address): Wanted | null {
  const place = key === null ? null : placeOf(key)
  if (place) {
    return { ids: candidates(place.domain, place.path), key: true }
  }
  return section === null ? null : { ids: [panelId(section)], key: false }
}

/** Ids of the elements that may show the place, best first. */
function candidates(domain: string, path: PlistPath): string[] {
  const key = fieldFor(domain, path)
  const first = key && keyWithId(linkOf(key.id)?.keys[0] ?? '')
  const around = path.map((_, index) => fieldId(domain, path.slice(0, path.length - index)))
  return first ? [...around, fieldId(first.domain, first.path)] : around
}

function tabOf(domain: string, path: PlistPath): string {
  const home = manifests.find((manifest) => manifest.domain === domain)
  return fieldFor(domain, path)?.tab ?? home?.sections.at(-1)?.tab ?? HOME_OF_THE_REST
}
