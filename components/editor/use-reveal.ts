'use client'
import { useCallback, useEffect, useRef } from 'react'
import { fieldId } from '@/components/fields/field-props'
import type { PlistPath } from '@/lib/plist/value'
import { PROFILE, profileKeys } from '@/lib/products/apple/profile-keys'
import { fieldFor, keyWithId, manifests } from '@/lib/products/keys'
import { tabs } from '@/lib/products/layout'
import { linkOf } from '@/lib/products/links'

/** The tab with the keys of the profile, and with what has no place elsewhere. */
const HOME_OF_THE_REST = tabs.find(({ profileKeys }) => profileKeys)?.id ?? ''

/** Whether a place has a field in the form; what is between payloads can only be shown in the XML. */
export function hasField(domain: string | null, path: PlistPath): boolean {
  return domain === null ? path.length === 1 && String(path[0]) in profileKeys : path.length > 0
}

/**
 * Shows a place: its field, on whichever tab it is, else its lines in the XML. A key without a field of its own leads
 * to the nearest one around it; a linked key that is hidden leads to the one that writes it. `tick` changes with every
 * render that may have mounted what was asked for.
 */
export function useReveal(
  openTab: (tab: string, place: { domain: string; name: string }) => void,
  openXml: (path: PlistPath) => void,
  tick: unknown,
): (domain: string | null, path: PlistPath) => void {
  const wanted = useRef<readonly string[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: tick is what changes
  useEffect(() => {
    const element = wanted.current.map((id) => document.getElementById(id)).find((found) => found !== null)
    if (element) {
      wanted.current = []
      element.scrollIntoView({ block: 'center' })
      element.focus({ preventScroll: true })
    }
  }, [tick])
  return useCallback(
    (domain, path) => {
      if (!hasField(domain, path)) {
        openXml(path)
        return
      }
      wanted.current = candidates(domain ?? PROFILE, path)
      const place = { domain: domain ?? PROFILE, name: String(path[0]) }
      openTab(domain === null ? HOME_OF_THE_REST : tabOf(domain, path), place)
    },
    [openTab, openXml],
  )
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
