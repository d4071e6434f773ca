'use client'
import { useOpenProfile, useSetting } from '@/components/open-profile/open-profile'
import type { PlistPath, PlistValue } from '@/lib/plist/value'

const NONE: readonly PlistValue[] = []

/**
 * The elements of an array key, and what can be done with them, each a step of the history. An array whose last element
 * goes stays, empty.
 */
export function useList(domain: string, path: PlistPath) {
  const { profile } = useOpenProfile()
  const write = (value: PlistValue | null) => profile.set(domain, path, value, 'whole')
  const value = useSetting(domain, path)
  const items = value?.type === 'array' ? value.items : NONE
  const put = (next: readonly PlistValue[]) => write({ type: 'array', items: next })
  return {
    items,
    configured: value !== undefined,
    add: (item: PlistValue) => put([...items, item]),
    remove: (index: number) => put(items.filter((_, at) => at !== index)),
    move: (from: number, to: number) => {
      const rest = items.filter((_, at) => at !== from)
      put([...rest.slice(0, to), items[from] as PlistValue, ...rest.slice(to)])
    },
    // The element alone, so that typing in it is one step of the history; linked keys follow all the same.
    set: (index: number, item: PlistValue) => profile.set(domain, [...path, index], item),
    // Several elements in the place of one, as one step.
    replace: (index: number, some: readonly PlistValue[]) => put(items.toSpliced(index, 1, ...some)),
    clear: () => write(null),
  }
}
