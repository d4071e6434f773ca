'use client'
import { useState } from 'react'
import { useOpenProfile, useSetting, useSettingAs } from '@/components/open-profile/open-profile'
import { useComputed } from '@/components/open-profile/use-computed'
import type { KeyLink } from '@/components/open-profile/use-link'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { lazily } from '@/components/ui/lazily'
import { Sign } from '@/components/ui/sign'
import type { Issue } from '@/lib/api/issue'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import type { LinkId } from '@/lib/products/jamf-connect/links/links'
import { findKey, keyWithId } from '@/lib/products/keys'
import { links } from '@/lib/products/links'
import type { KeyDefinition } from '@/lib/schema/manifest'
import { shownTypes } from './shown-types'

const DiscoveryProbe = lazily(
  async () => (await import('@/components/testers/discovery-probe')).DiscoveryProbe,
  {
    // Its line is there before it is.
    loading: () => (
      <div className="flex flex-wrap gap-x-3">
        <span className="h-6 flex-1 basis-60" />
        <span className="h-6 w-36" />
      </div>
    ),
  },
)

const KeyCaution = lazily(async () => (await import('./key-caution')).KeyCaution, { quiet: true })

const LinkNote = lazily(async () => (await import('./link-note')).LinkNote, {
  // Its line is there before it is.
  loading: () => <p className="h-[18px]" />,
})

type Place = { domain: string; path: PlistPath }

type NotesProps = {
  id: string
  definition: KeyDefinition
  domain: string
  path: PlistPath
  issues: readonly Issue[]
  link: KeyLink
}

/** What belongs under a control: where the value comes from, which keys share it, what is wrong and its repair. */
export function KeyNotes({ id, definition, domain, path, issues, link }: NotesProps) {
  const { profile } = useOpenProfile()
  // Not the value itself: it changes with every key press, and these notes do not.
  const held = useSettingAs(domain, path, (value) => heldIn(value, definition))
  const computed = useComputed(domain, path)
  return (
    <div id={id} className="space-y-1 text-xs leading-[1.45] text-ink-2 [&:not(:empty)]:mt-1.5">
      {held === 'another type' && <UnshownValue domain={domain} path={path} />}
      {held === 'empty text' && (
        <p>
          Configured as an empty text.{' '}
          <Button look="link" onClick={() => profile.set(domain, path, null, 'whole')}>
            Set to Not configured
          </Button>
        </p>
      )}
      {held === 'nothing' && computed && <p>{computed.sentence}</p>}
      {isProbed(domain, path) && <ProbedAddress domain={domain} path={path} />}
      {definition.evidence === 'unverified' && <KeyCaution domain={domain} path={path} />}
      {(link.state === 'unlinked' || (link.state === 'linked' && held !== 'nothing')) && (
        <LinkNote domain={domain} path={path} />
      )}
      {issues.map((issue) => (
        <IssueNote key={`${issue.rule}${issue.message}`} issue={issue} />
      ))}
    </div>
  )
}

const probed = keyWithId(links.find(({ id }) => id === ('discovery' satisfies LinkId))?.keys[0] ?? '')

/** The field under which the discovery document can be asked: the first of those that hold its address. */
const isProbed = (domain: string, path: PlistPath) => probed !== undefined && findKey(domain, path) === probed

function ProbedAddress({ domain, path }: Place) {
  const value = useSetting(domain, path)
  const computed = useComputed(domain, path)
  const address = value?.type === 'string' ? value.value : (computed?.value ?? '')
  // Kept here: the address may be typed before the probe is loaded.
  const [opened] = useState(address)
  return <DiscoveryProbe address={address} opened={opened} />
}

/** What is said of a field that is still empty; it is no mistake in what was entered. */
export const isMissing = ({ rule }: Issue) => rule === 'required-key' || rule === 'recommended-key'

/** One issue with its repair. Color never carries it alone: there is a sign that has a name. */
export function IssueNote({ issue }: { issue: Issue }) {
  const { profile } = useOpenProfile()
  const error = issue.severity === 'error'
  return (
    <p className={cn('flex gap-1.5', !isMissing(issue) && (error ? 'text-error' : 'text-warning'))}>
      <Sign of={issue.severity} className="mt-px" />
      <span className="min-w-0 wrap-anywhere">
        {issue.message}
        {issue.repair && (
          <>
            {' '}
            <Button look="link" onClick={() => issue.repair && profile.apply(issue.repair.edits)}>
              {issue.repair.title}
            </Button>
          </>
        )}
      </span>
    </p>
  )
}

/** What a key holds, as far as its notes care. */
function heldIn(value: PlistValue | undefined, { kind }: KeyDefinition) {
  if (value === undefined) {
    return 'nothing'
  }
  if (!shownTypes[kind].includes(value.type)) {
    return 'another type'
  }
  return value.type === 'string' && value.value === '' ? 'empty text' : 'a value'
}

/** A value of a type that the control cannot show is shown as it is, and stays until something else is entered. */
function UnshownValue({ domain, path }: Place) {
  const value = useSetting(domain, path)
  return value ? (
    <p>
      The profile holds a <code>{value.type}</code> here
      {'value' in value && !(value.value instanceof Uint8Array) ? (
        <>
          : <code className="font-mono">{String(value.value)}</code>
        </>
      ) : null}
      . It stays until you enter something else.
    </p>
  ) : null
}
