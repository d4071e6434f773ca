'use client'
import { useMemo } from 'react'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { type Settings, settingAt } from '@/lib/schema/context'
import { findKey, type KnownKey, keyWithId } from '@/lib/schema/keys'
import { type Link, linkedEdits, linkOf, linkState } from '@/lib/schema/links'
import { useOpenProfile, useProfile } from './open-profile'

export type KeyLink = {
  readonly state: 'none' | 'linked' | 'unlinked'
  /** Names of the keys that get the same value. */
  readonly names: readonly string[]
  readonly sentence: string
  readonly action: string
  readonly toggle: () => void
  /** Sets the key and, while linked, the keys that mean the same; null makes them not configured. */
  readonly write: (value: PlistValue | null) => void
}

type Partner = {
  readonly name: string
  readonly where: string
  readonly differs: boolean
  readonly holds: string | null
}

/** How a key is tied to the keys that mean the same; only those of payloads that the profile has count. */
export function useLink(domain: string, path: PlistPath): KeyLink {
  const { profile } = useOpenProfile()
  const key = useMemo(() => findKey(domain, path), [domain, path])
  const link = key && linkOf(key.id)
  // As text, so that the field renders again only when something about its partners changes.
  const partnersText = useProfile(
    ({ settings }) => JSON.stringify(key && link ? partnersOf(key, link, settings) : []),
    link !== undefined,
  )
  const apart = useProfile(({ unlinked }) => link !== undefined && unlinked.has(link.id), link !== undefined)
  return useMemo(() => {
    const partners: Partner[] = JSON.parse(partnersText)
    const linked = !apart && partners.length > 0 && !partners.some(({ differs }) => differs)
    const writeAll = (value: PlistValue | null) => {
      if (key && link) {
        profile.apply(linkedEdits(link, inWordsOfFirst(link, key, value), profile.settings), key.id)
      }
    }
    return {
      ...describe(partners, linked),
      write: (value) => (linked ? writeAll(value) : profile.set(domain, path, value)),
      toggle: () => {
        if (link) {
          profile.setLinked(link.id, !linked)
          if (!linked) {
            writeAll(profile.valueOf(domain, path) ?? null)
          }
        }
      },
    }
  }, [apart, domain, key, link, partnersText, path, profile])
}

/** Whether another field, edited first, writes this key too. */
export function isFollower(key: KnownKey, settings: Settings, unlinked: ReadonlySet<string>): boolean {
  const link = linkOf(key.id)
  const first = link && keyWithId(link.keys[0] ?? '')
  return (
    link !== undefined &&
    first !== undefined &&
    first !== key &&
    settings.has(first.domain) &&
    !unlinked.has(link.id) &&
    linkState({ ...link, keys: [first.id, key.id] }, settings) !== 'different'
  )
}

function partnersOf(key: KnownKey, link: Link, settings: Settings): Partner[] {
  return link.keys
    .map((id) => keyWithId(id))
    .filter((other) => other !== undefined)
    .filter((other) => other !== key && settings.has(other.domain) && takesPart(other, link, settings))
    .map((other) => {
      const differs = linkState({ ...link, keys: [key.id, other.id] }, settings) === 'different'
      return {
        name: other.name,
        where: other.manifest.title,
        differs,
        // Not while both hold the same: what is typed in one field would render the other on every key press.
        holds: differs ? heldBy(other, settings) : null,
      }
    })
}

function heldBy({ domain, path, definition }: KnownKey, settings: Settings): string | null {
  const value = settingAt(settings, domain, path)
  if (value === undefined) {
    return null
  }
  return value.type === 'string' && !definition.secret ? value.value : 'another value'
}

function takesPart(key: KnownKey, link: Link, settings: Settings): boolean {
  return linkedEdits(link, null, settings).some(
    (edit) => edit.domain === key.domain && edit.path === key.path,
  )
}

/** A value as the first key of the link spells it, which is what `linkedEdits` takes. */
function inWordsOfFirst(link: Link, key: KnownKey, value: PlistValue | null): PlistValue | null {
  const spellings = Object.entries(link.spell?.[key.id] ?? {})
  const first = value?.type === 'string' ? spellings.find(([, own]) => own === value.value)?.[0] : undefined
  return first === undefined ? value : { type: 'string', value: first }
}

function describe(partners: readonly Partner[], linked: boolean): Omit<KeyLink, 'write' | 'toggle'> {
  if (partners.length === 0) {
    return { state: 'none', names: [], sentence: '', action: '' }
  }
  const names = partners.map(({ name }) => name)
  if (linked) {
    const places = [...new Set(partners.map(({ where }) => where))].join(' and ')
    return {
      state: 'linked',
      names,
      sentence: `Also written to ${names.join(' and ')} (${places}).`,
      action: 'Unlink',
    }
  }
  const held = partners.map(({ name, holds }) =>
    holds === null ? `${name} is not configured` : `${name} holds ${holds}`,
  )
  return { state: 'unlinked', names: [], sentence: `${held.join('; ')}.`, action: 'Use this value for both' }
}
