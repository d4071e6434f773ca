'use client'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Segments } from '@/components/ui/segments'
import type { Choices, Clash } from '@/lib/profile/compare/merge'
import type { ThreeWays } from '@/lib/profile/compare/three-ways'

/** What the three profiles are called. */
export type Titles = { readonly base: string; readonly theirs: string; readonly mine: string }

type ClashesProps = {
  readonly clashes: readonly Clash[]
  readonly titles: Titles
  readonly choices: Choices
  readonly onChoose: (at: string, side: 'theirs' | 'mine') => void
}

/** The keys that both sides changed, each with the choice. */
export function Clashes({ clashes, titles, choices, onChoose }: ClashesProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {clashes.map((clash) => (
        <Row key={clash.at} row={clash} titles={titles} chosen={choices.get(clash.at)}>
          <Segments
            label={`Which counts for ${nameOf(clash)}`}
            segments={[
              { value: 'theirs', label: `Take ${titles.theirs.toLowerCase()}` },
              { value: 'mine', label: 'Take yours' },
            ]}
            value={choices.get(clash.at) ?? null}
            onChange={(side) => onChoose(clash.at, side)}
          />
        </Row>
      ))}
    </ul>
  )
}

/** The keys that come together by themselves. */
export function Together({ rows, titles }: { rows: readonly ThreeWays[]; titles: Titles }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <Row key={row.at} row={row} titles={titles} chosen={row.by === 'theirs' ? 'theirs' : 'mine'} />
      ))}
    </ul>
  )
}

const nameOf = ({ title, path }: Pick<Clash, 'title' | 'path'>) =>
  title ?? (path.join(' › ') || 'the payload')

type RowProps = {
  readonly row: Pick<Clash, 'title' | 'path' | 'holder' | 'told'>
  readonly titles: Titles
  readonly chosen: 'theirs' | 'mine' | undefined
  readonly children?: ReactNode
}

function Row({ row, titles, chosen, children }: RowProps) {
  return (
    <li className="space-y-1.5 py-2">
      <p>
        <span className="font-medium break-words">{nameOf(row)}</span>{' '}
        <span className="text-xs text-ink-2">
          {row.holder}
          {row.title !== null && <span className="font-mono wrap-anywhere"> · {row.path.join(' › ')}</span>}
        </span>
      </p>
      <dl className="grid gap-x-4 gap-y-1 text-xs sm:grid-cols-3">
        {(['base', 'theirs', 'mine'] as const).map((side) => (
          <div key={side} className={cn('min-w-0', side === chosen ? 'text-ink' : 'text-ink-2')}>
            <dt>
              {titles[side]}
              {side === chosen && ' ✓'}
            </dt>
            <dd dir="auto" className="font-mono [overflow-wrap:anywhere] whitespace-pre-wrap">
              {row.told[side] ?? 'Not configured'}
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </li>
  )
}
