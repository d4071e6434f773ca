'use client'
import { memo, useMemo, useRef } from 'react'
import { fieldId } from '@/components/fields/field-props'
import { IssueNote } from '@/components/fields/key-notes'
import { useIssuesAt, useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { useFew } from '@/components/ui/use-few'
import type { PlistEntry, PlistValue } from '@/lib/plist/value'
import { GroupPanel } from './group-panel'
import { domainsOf, othersIn } from './others'
import type { BodyState } from './use-editor-view'

const OtherValue = lazily(async () => (await import('./other-value')).OtherValue)

type OtherKeysProps = {
  tab: string
  place: BodyState['place']
  /** The names that a search leaves; null: all. */
  among?: ReadonlySet<string> | null
  level?: 2 | 3
}

/** Keys of the payload that no manifest knows. They stay in the profile as they are; the XML view edits them. */
export function OtherKeys(props: OtherKeysProps) {
  const { tab, place, among, level } = props
  return domainsOf(tab).map((domain) => (
    <OtherKeysOf
      key={domain}
      domain={domain}
      asked={place?.domain === domain ? String(place.path[0]) : null}
      among={among}
      level={level}
    />
  ))
}

/** `asked`: the key that has to be there, however many stand before it. */
function OtherKeysOf(
  props: { domain: string; asked: string | null } & {
    [P in 'among' | 'level']: OtherKeysProps[P] | undefined
  },
) {
  const { domain, asked, among, level } = props
  const before = useRef<readonly PlistEntry[]>([])
  const all = useProfile(({ settings }) => {
    before.current = sameEntries(before.current, othersIn(domain, settings))
    return before.current
  })
  const others = useMemo(() => (among ? all.filter(({ key }) => among.has(key)) : all), [all, among])
  const { shown, more } = useFew(others)
  const far = asked === null ? undefined : others.slice(shown.length).find(({ key }) => key === asked)
  if (others.length === 0) {
    return null
  }
  return (
    <GroupPanel
      id={fieldId(domain, ['other keys'])}
      level={level}
      title={`Other keys of ${domain}`}
      note="Not in the key reference. They stay in the profile as they are."
    >
      {shown.map(({ key, value }) => (
        <OtherKey key={key} domain={domain} name={key} value={value} />
      ))}
      {more}
      {far && <OtherKey key={far.key} domain={domain} name={far.key} value={far.value} />}
    </GroupPanel>
  )
}

/** The first list as long as the second holds the same, so that typing in another field renders nothing here. */
function sameEntries(before: readonly PlistEntry[], found: readonly PlistEntry[]): readonly PlistEntry[] {
  const same = before.length === found.length && found.every((entry, at) => entry === before[at])
  return same ? before : found
}

const OtherKey = memo(function OtherKey(props: { domain: string; name: string; value: PlistValue }) {
  const { domain, name, value } = props
  const { profile } = useOpenProfile()
  const issues = useIssuesAt(domain, [name])
  return (
    <div
      id={fieldId(domain, [name])}
      tabIndex={-1}
      className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-2.5"
    >
      <div className="min-w-0 flex-1">
        <code className="font-mono text-[12.5px] break-all">{name}</code>
        <p className="min-h-[18px] text-xs break-words text-ink-2">
          <OtherValue name={name} value={value} />
        </p>
        <div className="mt-1 space-y-1 text-xs">
          {issues.map((issue) => (
            <IssueNote key={issue.rule} issue={issue} />
          ))}
        </div>
      </div>
      <Button
        look="ghost"
        onClick={() => profile.set(domain, [name], null, 'whole')}
        aria-label={`Remove ${name}`}
      >
        Remove
      </Button>
    </div>
  )
})
