'use client'
import { useCallback, useEffect, useRef } from 'react'
import { fieldId } from '@/components/fields/field-props'
import type { PlistPath } from '@/lib/plist/value'
import { fieldFor, keyWithId } from '@/lib/schema/keys'
import { linkOf } from '@/lib/schema/links'
import type { Tab } from '@/lib/schema/manifest'

/**
 * Shows the field of a key: opens its tab, then puts the focus into its control and brings it into view. A key without
 * a field of its own leads to the nearest one around it; a linked key that is hidden leads to the one that writes it.
 */
export function useReveal(openTab: (tab: Tab) => void, tick: unknown) {
  const wanted = useRef<readonly string[]>([])
  // Runs after every render that may have mounted the tab that was asked for.
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
    (domain: string, path: PlistPath) => {
      const key = fieldFor(domain, path)
      const first = key && keyWithId(linkOf(key.id)?.keys[0] ?? '')
      const shown = key?.path.includes('[]') ? undefined : key
      wanted.current = [
        fieldId(domain, path),
        ...(shown ? [fieldId(shown.domain, shown.path)] : []),
        ...(first ? [fieldId(first.domain, first.path)] : []),
        fieldId(domain, path.slice(0, 1)),
      ]
      openTab(key?.tab ?? (domain === 'com.jamf.connect' ? 'connect' : 'login'))
    },
    [openTab],
  )
}
