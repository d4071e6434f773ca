'use client'
import { type ReactNode, useId } from 'react'
import { textCodec } from '@/components/fields/text-codec'
import { TextError } from '@/components/fields/text-error'
import { useText } from '@/components/fields/use-text'
import { makeRepair } from '@/components/open-profile/make-repair'
import { useIssuesAt, useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { keepFocus } from '@/components/ui/keep-focus'
import { Sign } from '@/components/ui/sign'
import type { Issue } from '@/lib/api/issue'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { isLonePayload, textOf } from '@/lib/profile/payloads/payload-keys'
import { isProfile } from '@/lib/profile/payloads/shapes'
import { IdentifierNotes } from './identifier-notes'
import { MadeIdentity } from './made-identity'
import { savedText } from './saved-text'

type ExportIdentityProps = {
  /** Of the configuration. */
  readonly id: string
  readonly name: string
  /** Whether there is a file for each domain. */
  readonly parted: boolean
}

/**
 * Display name, organization and identifier with which the profile comes to a Mac. They are those of the profile itself, so that each
 * export is the same one: a change here is an edit like any other.
 */
export function ExportIdentity({ id, name, parted }: ExportIdentityProps) {
  const own = useProfile(({ root }) => isProfile(root) && !isLonePayload(root))
  return (
    <section aria-label="Identity" className="mb-4 space-y-2">
      {own ? <OwnIdentity id={id} name={name} parted={parted} /> : <MadeIdentity id={id} name={name} />}
    </section>
  )
}

function OwnIdentity({ id, name, parted }: ExportIdentityProps) {
  const changed = useProfile((at) => keys.some((key) => savedText(at, key) !== textOf(at.root, key)))
  return (
    <>
      {keys.map((key) => (
        <IdentityText key={key} keyName={key}>
          {key === 'PayloadDisplayName' && (
            <p>What people see on the Mac. Files are named after the configuration, “{name}”.</p>
          )}
          {key === 'PayloadIdentifier' && <IdentifierNotes id={id} name={name} parted={parted} />}
        </IdentityText>
      ))}
      <p role="status" className="text-xs text-ink-2 sm:ml-[106px]">
        {changed ? 'Changed in the profile, too, and not saved yet.' : ''}
      </p>
    </>
  )
}

const titles = {
  PayloadDisplayName: 'Display name',
  PayloadOrganization: 'Organization',
  PayloadIdentifier: 'Identifier',
} as const
type IdentityKey = keyof typeof titles
const keys = Object.keys(titles) as IdentityKey[]

/** One array per key, so that a field is tied to its key once. */
const paths = {
  PayloadDisplayName: ['PayloadDisplayName'],
  PayloadOrganization: ['PayloadOrganization'],
  PayloadIdentifier: ['PayloadIdentifier'],
} as const

type IdentityTextProps = {
  readonly keyName: IdentityKey
  readonly children?: ReactNode
}

function IdentityText({ keyName, children }: IdentityTextProps) {
  const id = useId()
  const { field, error } = useText({ domain: PROFILE, path: paths[keyName] }, textCodec)
  const issues = useIssuesAt(PROFILE, paths[keyName])
  const mono = keyName === 'PayloadIdentifier'
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[90px_minmax(0,1fr)]">
      <label htmlFor={id} className="pt-1.5 font-medium">
        {titles[keyName]}
      </label>
      <div className="min-w-0">
        <input
          {...field}
          id={id}
          type="text"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-notes`}
          aria-invalid={error === undefined ? undefined : true}
          className={mono ? 'control font-mono text-[12.5px]' : 'control'}
        />
        <TextError error={error} />
        <div id={`${id}-notes`} className="space-y-1 text-xs text-ink-2 [&:not(:empty)]:mt-1">
          <div role="status" className="space-y-1">
            {issues.map((issue) => (
              <IdentityIssue key={issue.message} issue={issue} />
            ))}
          </div>
          {children}
        </div>
      </div>
    </div>
  )
}

/** What is wrong with one of them, as the list of issues says it. */
function IdentityIssue({ issue: { severity, message, repair } }: { issue: Issue }) {
  const { profile } = useOpenProfile()
  return (
    <div className="flex gap-1.5">
      <Sign of={severity} className="mt-px" />
      <p
        className={
          severity === 'error' ? 'min-w-0 break-words text-error' : 'min-w-0 break-words text-warning'
        }
      >
        {message}{' '}
        {repair && (
          <Button
            look="link"
            className="py-1 text-xs"
            onClick={({ currentTarget }) => keepFocus(currentTarget, () => makeRepair(profile, repair))}
          >
            {repair.title}
          </Button>
        )}
      </p>
    </div>
  )
}
