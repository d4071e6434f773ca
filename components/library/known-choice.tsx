'use client'
import { useId } from 'react'
import type { IdentifiedMatch } from '@/lib/api/configurations'
import { counted } from '@/lib/schema/words'
import { COPY, type Decision } from './import-decision'

type KnownChoiceProps = {
  fileName: string
  matches: readonly IdentifiedMatch[]
  decision: Decision | undefined
  onDecide: (decision: Decision) => void
}

/** A profile that the library has by its identifier: a new version of that one, or a profile of its own. */
export function KnownChoice({ fileName, matches, decision, onDecide }: KnownChoiceProps) {
  const name = useId()
  const choices = [
    ...matches.map(({ id, name: title, version }) => ({
      value: id,
      title: `A new version of “${title}”`,
      help: `Becomes version ${version + 1}; version ${version} stays in the history. An MDM replaces the installed profile.`,
    })),
    {
      value: COPY,
      title: 'A copy with a new identity',
      help: 'New identifiers and UUIDs. An MDM installs it beside the other one.',
    },
  ]
  return (
    <fieldset className="mt-2 min-w-0 rounded-lg bg-sunken px-3 py-2">
      <legend className="sr-only">What {fileName} becomes</legend>
      <p className="text-xs wrap-anywhere">
        {matches.length === 1
          ? `“${matches[0]?.name}” has`
          : `${counted(matches.length, 'configuration')} have`}{' '}
        this identifier: <code className="font-mono text-[11.5px]">{matches[0]?.identifier}</code>
      </p>
      {choices.map(({ value, title, help }) => (
        <label key={value} className="touch mt-1 flex cursor-pointer items-start gap-2">
          <input
            type="radio"
            name={name}
            className="mt-1 accent-[var(--accent)]"
            checked={decision === value}
            onChange={() => onDecide(value)}
          />
          <span className="min-w-0">
            <span className="block font-medium wrap-anywhere">{title}</span>
            <span className="block text-xs text-ink-2">{help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
