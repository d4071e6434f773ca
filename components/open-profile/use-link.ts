'use client'
import { useMemo } from 'react'
import type { PlistPath } from '@/lib/plist/value'
import { findKey } from '@/lib/products/keys'
import { linkOf, partnersOf } from '@/lib/products/links'
import { useProfile } from './open-profile'

export type KeyLink = {
  /** "linked": at least one other key is written too. */
  readonly state: 'none' | 'linked' | 'unlinked'
  /** Names of the keys that get the same value. */
  readonly names: readonly string[]
}

const NO_LINK: KeyLink = { state: 'none', names: [] }

/** How a key is tied to the keys that mean the same; only those of payloads that the profile has count. */
export function useLink(domain: string, path: PlistPath): KeyLink {
  const key = useMemo(() => findKey(domain, path), [domain, path])
  const linked = key !== undefined && linkOf(key.id) !== undefined
  // As text, so that the field renders again only when something about its partners changes.
  const text = useProfile((at) => {
    const partners = linked ? partnersOf(key, at.settings, at.apart) : []
    const names = partners.filter(({ follows }) => follows).map((partner) => partner.key.name)
    return partners.length === 0 ? '' : names.length === 0 ? 'unlinked' : names.join()
  }, linked)
  return useMemo(() => {
    if (text === '') {
      return NO_LINK
    }
    return text === 'unlinked' ? { state: text, names: [] } : { state: 'linked', names: text.split(',') }
  }, [text])
}
