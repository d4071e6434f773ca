'use client'
import { useMemo } from 'react'
import { lazily } from '@/components/ui/lazily'
import { Segments } from '@/components/ui/segments'
import { differences, isIdentity } from '@/lib/profile/compare/differences'
import { counted } from '@/lib/schema/words'
import type { Chosen } from './chosen'
import { DifferenceList } from './difference-list'
import type { Between, Side } from './sides'

const XmlDifference = lazily(async () => (await import('./xml-difference')).XmlDifference, {
  loading: () => <p className="text-ink-2">Opening the XML…</p>,
})

type ComparisonProps = {
  readonly before: Side
  readonly after: Side
  readonly between: Between
  readonly view: Chosen['view']
  readonly onView: (view: Chosen['view']) => void
}

/** Two profiles beside each other: by key, or as text. */
export function Comparison({ before, after, between, view, onView }: ComparisonProps) {
  const { root, fileName } = before.profile
  const { found, settings, identity } = useMemo(() => {
    const found = differences(root, after.profile.root, [fileName, after.profile.fileName])
    const own = between === 'configurations' ? isIdentity : () => false
    return {
      found,
      settings: found.filter((difference) => !own(difference)),
      identity: found.filter((difference) => own(difference)),
    }
  }, [root, fileName, after.profile, between])
  const sameText = before.profile.text === after.profile.text
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-ink-2">
          {told(settings.length, identity.length, [before.label, after.label])}
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
          settings={settings}
          identity={identity}
          before={before.label}
          after={after.label}
          between={between}
        />
      ) : (
        <XmlDifference before={before.profile} after={after.profile} />
      )}
    </div>
  )
}

/** What a comparison found, in a sentence; of two configurations, what they are called is counted apart. */
function told(settings: number, identity: number, [one, two]: readonly [string, string]): string {
  if (settings > 0) {
    const beside = identity > 0 ? `, and ${identity} in names, descriptions and identifiers` : ''
    return `${counted(settings, 'difference')} between ${one} and ${two}${beside}.`
  }
  return identity > 0
    ? `${capital(one)} and ${two} hold the same settings, with ${counted(identity, 'difference')} in names, descriptions and identifiers.`
    : `${capital(one)} and ${two} hold the same values.`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
