'use client'
import { memo } from 'react'
import { fieldId } from '@/components/fields/field-props'
import { IssueNote } from '@/components/fields/key-notes'
import { useIssuesAt, useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import type { PlistArray, PlistDict, PlistValue } from '@/lib/plist/value'
import { secretIn } from '@/lib/schema/secret-names'
import { shownAddress } from '@/lib/schema/shown-address'
import { counted } from '@/lib/schema/words'

/** A key that no manifest knows, with what it holds and how to remove it. */
export const OtherKey = memo(function OtherKey(props: { domain: string; name: string; value: PlistValue }) {
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
        <p className="text-xs break-words text-ink-2">{inShort(name, value)}</p>
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

/** A credential is not shown, as in the XML; what is around one in an address is. */
function inShort(name: string, value: PlistValue): string {
  switch (value.type) {
    case 'dict':
      return `dict with ${counted(value.entries.length, 'key')}`
    case 'array':
      return `array with ${counted(value.items.length, 'element')}`
    case 'data':
      return `data, ${counted(value.value.length, 'byte')}`
    default:
      return `${value.type}: ${shownText(name, value).slice(0, 120)}`
  }
}

function shownText(name: string, value: Exclude<PlistValue, PlistDict | PlistArray>): string {
  const text = String(value.value)
  const shown = shownAddress(text)
  return shown === text && secretIn(name, value) !== null ? '••••••••' : shown
}
