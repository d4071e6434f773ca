'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Difference } from '@/lib/profile/compare/differences'
import { counted } from '@/lib/schema/words'
import type { Between } from './sides'

/** More rows take the page long to lay out. */
const MOST = 200

const KINDS = { added: 'Added', removed: 'Removed', changed: 'Changed', type: 'Type changed' } as const

type DifferenceListProps = {
  readonly settings: readonly Difference[]
  /** What two configurations have each for itself. */
  readonly identity: readonly Difference[]
  /** What both sides are called. */
  readonly before: string
  readonly after: string
  readonly between: Between
}

/** Differences by key, under what holds them; what they are called is folded away. */
export function DifferenceList({ settings, identity, before, after, between }: DifferenceListProps) {
  const [most, setMost] = useState(MOST)
  const kinds: Kinds =
    between === 'versions'
      ? KINDS
      : {
          added: `Only in ${after}`,
          removed: `Only in ${before}`,
          changed: 'Different',
          type: 'Of another type',
        }
  const sides = { before, after, kinds }
  return (
    <div className="space-y-5">
      <Holders differences={settings.slice(0, most)} {...sides} />
      {settings.length > most && (
        <Button onClick={() => setMost(settings.length)}>Show all {settings.length} differences</Button>
      )}
      {identity.length > 0 && (
        <details>
          <summary className="w-fit py-1 font-medium text-accent pointer-coarse:py-3">
            {counted(identity.length, 'difference')} in names, descriptions and identifiers
          </summary>
          <div className="mt-3 space-y-5">
            <Holders differences={identity} name="names, descriptions and identifiers" {...sides} />
          </div>
        </details>
      )}
    </div>
  )
}

type Kinds = Readonly<Record<Difference['kind'], string>>
type Sides = Pick<DifferenceListProps, 'before' | 'after'> & { readonly kinds: Kinds }

type HoldersProps = Sides & {
  readonly differences: readonly Difference[]
  /** What is shown of each holder, where it is not all. */
  readonly name?: string
}

function Holders({ differences, name, ...sides }: HoldersProps) {
  const holders = [...new Set(differences.map(({ holder }) => holder))]
  return holders.map((holder) => (
    <section key={holder} aria-label={name ? `${holder}, ${name}` : holder}>
      <h2 className="text-xs font-semibold text-ink-2">{holder}</h2>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {differences
          .filter((difference) => difference.holder === holder)
          .map((difference) => (
            <Row key={difference.at} difference={difference} {...sides} />
          ))}
      </ul>
    </section>
  ))
}

type RowProps = Sides & { readonly difference: Difference }

function Row({ difference: { title, path, kind, told }, before, after, kinds }: RowProps) {
  const name = path.join(' › ')
  return (
    <li className="grid [contain-intrinsic-size:auto_53px] [content-visibility:auto] gap-x-6 gap-y-1 py-2 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="min-w-0">
        <p className="font-medium break-words">{title ?? (name || 'Payload')}</p>
        <p className="text-xs text-ink-2">
          {kinds[kind]}
          {title !== null && <span className="font-mono wrap-anywhere"> · {name}</span>}
        </p>
      </div>
      <dl className="min-w-0 space-y-0.5 font-mono text-xs">
        <Value name={before} text={told.before} tone="text-error" mark="−" />
        <Value name={after} text={told.after} tone="text-good" mark="+" />
      </dl>
    </li>
  )
}

type ValueProps = {
  readonly name: string
  readonly text: string | null
  readonly tone: string
  readonly mark: string
}

function Value({ name, text, tone, mark }: ValueProps) {
  return text === null ? null : (
    <div className="flex gap-2">
      <dt className={tone}>
        <span aria-hidden>{mark}</span>
        <span className="sr-only">{name}</span>
      </dt>
      <dd dir="auto" className="min-w-0 break-words whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text}
      </dd>
    </div>
  )
}
