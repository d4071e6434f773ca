'use client'
import { useMemo } from 'react'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { Button } from '@/components/ui/button'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { findKey } from '@/lib/products/keys'
import { copyToPartners, partnersOf } from '@/lib/products/links'
import type { KnownKey } from '@/lib/schema/keys'
import { settingAt } from '@/lib/schema/settings'
import { shownAddress } from '@/lib/schema/shown-address'

/** Says which keys a linked key is written to and what those hold that are edited apart, and links or unlinks them. */
export function LinkNote({ domain, path }: { domain: string; path: PlistPath }) {
  const { profile } = useOpenProfile()
  const key = useMemo(() => findKey(domain, path), [domain, path])
  // As text, so that the note renders again only when something about the partners changes.
  const text = useProfile((at) => (key ? JSON.stringify(toldOf(key, at)) : ''))
  const link = useMemo(() => (key ? describe(JSON.parse(text), key, profile) : null), [key, text, profile])
  if (link === null) {
    return null
  }
  return (
    <p>
      {link.sentence}
      {link.actions.map(({ label, run }) => (
        <span key={label}>
          {' '}
          <Button look="link" onClick={run}>
            {label}
          </Button>
        </span>
      ))}
    </p>
  )
}

type LinkAction = { readonly label: string; readonly run: () => void }

type Note = { readonly linked: boolean; readonly sentence: string; readonly actions: readonly LinkAction[] }

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

function describe({ partners, own }: ToldLink, key: KnownKey, profile: ProfileStore): Note | null {
  const following = partners.filter(({ follows }) => follows)
  const others = partners.filter(({ follows }) => !follows)
  if (partners.length === 0) {
    return null
  }
  return {
    linked: following.length > 0,
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
  const edits = source?.value ? copyToPartners(source.key, source.value, profile.settings) : []
  profile.setApart(key, partners, false, edits)
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
