'use client'
import { useMemo } from 'react'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { findKey } from '@/lib/products/keys'
import { copyToPartners, linkOf, partnersOf } from '@/lib/products/links'
import type { KnownKey } from '@/lib/schema/keys'
import { settingAt } from '@/lib/schema/settings'
import { shownAddress } from '@/lib/schema/shown-address'
import { useOpenProfile, useProfile } from './open-profile'
import type { ProfileStore } from './profile-store'

type LinkAction = { readonly label: string; readonly run: () => void }

export type KeyLink = {
  /** "linked": at least one other key is written too. */
  readonly state: 'none' | 'linked' | 'unlinked'
  /** Names of the keys that get the same value. */
  readonly names: readonly string[]
  readonly sentence: string
  readonly actions: readonly LinkAction[]
}

/** A partner as far as it is told; `holds` while its value is another one. */
type Told = {
  readonly name: string
  readonly where: string
  readonly follows: boolean
  readonly bound: boolean
  readonly configured: boolean
  readonly holds: string | null
}

type ToldLink = { readonly partners: readonly Told[]; readonly own: boolean }

const NO_LINK: KeyLink = { state: 'none', names: [], sentence: '', actions: [] }

/** How a key is tied to the keys that mean the same; only those of payloads that the profile has count. */
export function useLink(domain: string, path: PlistPath): KeyLink {
  const { profile } = useOpenProfile()
  const key = useMemo(() => findKey(domain, path), [domain, path])
  const linked = key !== undefined && linkOf(key.id) !== undefined
  // As text, so that the field renders again only when something about its partners changes.
  const text = useProfile((at) => (linked ? JSON.stringify(toldOf(key, at)) : ''), linked)
  return useMemo(
    () => (key && text !== '' ? describe(JSON.parse(text), key, profile) : NO_LINK),
    [key, text, profile],
  )
}

function toldOf(key: KnownKey, { settings, apart }: ProfileStore): ToldLink {
  const partners = partnersOf(key, settings, apart).map(({ key: other, same, bound, follows }) => {
    const value = settingAt(settings, other.domain, other.path)
    return {
      name: other.name,
      where: other.manifest.title,
      follows,
      bound,
      configured: value !== undefined,
      // Not while both hold the same: what is typed in one field would render the other on every key press.
      holds: same || value === undefined ? null : inShort(value, other),
    }
  })
  return { partners, own: holdsSomething(settingAt(settings, key.domain, key.path)) }
}

function describe({ partners, own }: ToldLink, key: KnownKey, profile: ProfileStore): KeyLink {
  const following = partners.filter(({ follows }) => follows)
  const others = partners.filter(({ follows }) => !follows)
  if (partners.length === 0) {
    return NO_LINK
  }
  return {
    state: following.length > 0 ? 'linked' : 'unlinked',
    names: following.map(({ name }) => name),
    sentence: [alsoWritten(following), ...others.map(heldBy)].filter(Boolean).join(' '),
    actions: [
      ...(following.length > 0 ? [{ label: 'Unlink', run: () => unlink(key, profile) }] : []),
      // Where the two sides use different servers, one value for both would be the mistake.
      ...(others.some(({ bound }) => bound)
        ? [{ label: linkLabel(others, own, partners.length), run: () => link(key, profile) }]
        : []),
    ],
  }
}

function alsoWritten(following: readonly Told[]): string {
  const names = following.map(({ name }) => name).join(' and ')
  const places = [...new Set(following.map(({ where }) => where))].join(' and ')
  return following.length === 0 ? '' : `Also written to ${names} (${places}).`
}

function heldBy({ name, configured, holds }: Told): string {
  return configured ? `${name} holds ${holds ?? 'the same'}.` : `${name} is not configured.`
}

/** What linking does: nothing to the values while they are the same, else one of them is taken for all. */
function linkLabel(others: readonly Told[], own: boolean, count: number): string {
  const [source] = others.filter(({ holds }) => holds !== null)
  const differs = source !== undefined || (own && others.some(({ configured }) => !configured))
  if (!differs) {
    return 'Link again'
  }
  return own || !source
    ? `Use this value for ${count === 1 ? 'both' : 'all'}`
    : `Use the value of ${source.name}`
}

function unlink(key: KnownKey, profile: ProfileStore): void {
  const following = partnersOf(key, profile.settings, profile.apart).filter(({ follows }) => follows)
  profile.setApart(
    key,
    following.map((partner) => partner.key),
    true,
  )
}

/** Gives all the value of this key, or, where it holds nothing, that of the first which holds something. */
function link(key: KnownKey, profile: ProfileStore): void {
  const partners = partnersOf(key, profile.settings).map((partner) => partner.key)
  const [source] = [key, ...partners]
    .map((each) => ({ key: each, value: settingAt(profile.settings, each.domain, each.path) }))
    .filter(({ value }) => holdsSomething(value))
  profile.setApart(key, partners, false)
  if (source?.value) {
    profile.apply(copyToPartners(source.key, source.value, profile.settings))
  }
}

/** Whether a value is one to copy; an empty one is not. */
function holdsSomething(value: PlistValue | undefined): boolean {
  if (value?.type === 'array') {
    return value.items.some(holdsSomething)
  }
  return value !== undefined && !(value.type === 'string' && value.value.trim() === '')
}

const SHORT = 80

function inShort(value: PlistValue, { definition }: KnownKey): string {
  if (definition.secret || definition.kind === 'file') {
    return 'another value'
  }
  const texts = value.type === 'array' ? value.items : [value]
  const text = texts
    .map((item) => (item.type === 'string' ? shownAddress(item.value) : `a ${item.type}`))
    .join(', ')
  return text.trim() === '' ? 'nothing' : text.length > SHORT ? `${text.slice(0, SHORT)}…` : text
}
