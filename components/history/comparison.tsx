'use client'
import { useMemo } from 'react'
import { lazily } from '@/components/ui/lazily'
import { Segments } from '@/components/ui/segments'
import { differences } from '@/lib/profile/compare/differences'
import { counted } from '@/lib/schema/words'
import type { Chosen } from './chosen'
import { DifferenceList } from './difference-list'
import type { Side } from './sides'

const XmlDifference = lazily(async () => (await import('./xml-difference')).XmlDifference, {
  loading: () => <p className="text-ink-2">Opening the XML…</p>,
})

type ComparisonProps = {
  readonly before: Side
  readonly after: Side
  readonly view: Chosen['view']
  readonly onView: (view: Chosen['view']) => void
}

/** Two profiles beside each other: by key, or as text. */
export function Comparison({ before, after, view, onView }: ComparisonProps) {
  const { root, fileName } = before.profile
  const found = useMemo(
    () => differences(root, after.profile.root, [fileName, after.profile.fileName]),
    [root, fileName, after.profile],
  )
  const sameText = before.profile.text === after.profile.text
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-ink-2">
          {found.length > 0
            ? `${counted(found.length, 'difference')} between ${before.label} and ${after.label}.`
            : `${capital(before.label)} and ${after.label} hold the same values.`}
          {found.length === 0 && !sameText && ' Only their text differs.'}
        </p>
        <Segments
          label="How the difference is shown"
          segments={[
            { value: 'keys', label: 'Keys' },
            { value: 'xml', label: 'XML' },
          ]}
          value={view}
          onChange={onView}
        />
      </div>
      {view === 'keys' ? (
        <DifferenceList
          key={`${before.label} ${after.label}`}
          differences={found}
          before={before.label}
          after={after.label}
        />
      ) : (
        <XmlDifference before={before.profile} after={after.profile} />
      )}
    </div>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
