'use client'
import { ChevronRight } from 'lucide-react'
import { lazily } from '@/components/ui/lazily'
import { OuterLink } from '@/components/ui/outer-link'
import type { Repair } from '@/lib/api/issue'
import type { Finding } from '@/lib/api/report'
import { Card } from './card'
import { OutcomeMark } from './outcome-mark'
import { FieldButton, RepairButton, useIsFixed } from './remedy-buttons'
import { FixedRunAgain } from './run-again'

const SetUpLink = lazily(async () => (await import('@/components/set-up/set-up-link')).SetUpLink, {
  quiet: true,
})

const order = ['passed', 'failed', 'warning', 'skipped'] as const
const words = { passed: 'passed', failed: 'failed', warning: 'with a warning', skipped: 'skipped' } as const

type FindingListProps = {
  title: string
  findings: readonly Finding[]
  /** The repair of each check by its name, wherever on the page its button is. */
  repairs: ReadonlyMap<string, Repair>
  /** The configuration has changed since the run. */
  stale: boolean
}

/**
 * The checks of a run: what was sent, received, what it means, what to change. What failed comes first, then what has a
 * warning; all others follow in their order.
 */
export function FindingList({ title, findings, repairs, stale }: FindingListProps) {
  const counts = order
    .map((outcome) => ({ outcome, count: findings.filter((finding) => finding.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${words[outcome]}`)
  return (
    <Card title={title} detail={counts.join(', ')}>
      <ol className="divide-y divide-line">
        {inGroups(inNeed(findings)).map((group) =>
          group.length < few || group[0]?.outcome !== 'skipped' ? (
            group.map((finding) => (
              <FindingRow
                key={finding.check}
                finding={finding}
                repair={repairs.get(finding.check)}
                stale={stale}
              />
            ))
          ) : (
            <SkippedRows key={group[0].check} findings={group} />
          ),
        )}
      </ol>
    </Card>
  )
}

/** What an administrator has to look at, before the rest. */
function inNeed(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ outcome }: Finding) => (outcome === 'failed' ? 0 : outcome === 'warning' ? 1 : 2)
  return findings.toSorted((one, other) => rank(one) - rank(other))
}

/** Fewer skipped checks in a row than this are shown like all others. */
const few = 3

/** Checks that were skipped one after the other, together; every other one alone. */
function inGroups(findings: readonly Finding[]): Finding[][] {
  const groups: Finding[][] = []
  for (const finding of findings) {
    const last = groups.at(-1)
    if (finding.outcome === 'skipped' && last?.[0]?.outcome === 'skipped') {
      last.push(finding)
    } else {
      groups.push([finding])
    }
  }
  return groups
}

/** Many skipped checks have one reason; they would only stand in the way of what failed. */
function SkippedRows({ findings }: { findings: readonly Finding[] }) {
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer list-none items-center gap-3 px-4 py-2.5 text-ink-2 hover:text-ink">
          <OutcomeMark outcome="skipped" />
          <span className="flex-1">{findings.length} checks that could not be made</span>
          <ChevronRight
            aria-hidden
            size={14}
            className="shrink-0 transition-transform group-open:rotate-90"
          />
        </summary>
        <ol className="divide-y divide-line border-t border-line">
          {findings.map((finding) => (
            <FindingRow key={finding.check} finding={finding} repair={undefined} stale={false} />
          ))}
        </ol>
      </details>
    </li>
  )
}

type FindingRowProps = { finding: Finding; repair: Repair | undefined; stale: boolean }

function FindingRow({ finding, repair, stale }: FindingRowProps) {
  const fixed = useIsFixed(repair, stale)
  const open = finding.outcome === 'failed' || finding.outcome === 'warning'
  const short = finding.outcome === 'skipped' ? finding.means : finding.received
  return (
    <li className="flex gap-3 px-4 py-2.5">
      <OutcomeMark outcome={finding.outcome} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="font-medium">
            {finding.title}
            {finding.check.startsWith('front-id-token.') && (
              <span className="text-xs font-normal text-ink-2"> · ID token of the sign-in page</span>
            )}
          </p>
          {fixed ? <FixedRunAgain look="mark" /> : <FindingReference finding={finding} />}
        </div>
        {!open && short && <p className="text-xs break-words text-ink-2">{short}</p>}
        {open && <FindingDetails finding={finding} fixed={fixed} />}
      </div>
    </li>
  )
}

function FindingReference({ finding: { reference } }: { finding: Finding }) {
  if (!reference) {
    return null
  }
  const look = 'font-mono text-[11px] text-ink-2'
  return reference.url ? (
    <OuterLink address={reference.url} look={`${look} underline`}>
      {reference.label}
    </OuterLink>
  ) : (
    <span className={look}>{reference.label}</span>
  )
}

function FindingDetails({ finding, fixed }: { finding: Finding; fixed: boolean }) {
  const rows = [
    ['Sent', finding.sent],
    ['Received', finding.received],
    ['Expected', finding.expected],
    ['Means', finding.means],
    ['Change', finding.change],
  ] as const
  return (
    <div className="mt-1.5 rounded-lg bg-sunken px-3 py-2 text-xs">
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-1 sm:grid-cols-[76px_minmax(0,1fr)]">
        {rows
          .filter(([, text]) => text)
          .map(([term, text]) => (
            <div key={term} className="contents">
              <dt className="text-ink-2">{term}</dt>
              <dd
                className={
                  term === 'Means' || term === 'Change' ? '' : 'font-mono text-[11.5px] wrap-anywhere'
                }
              >
                {text}
              </dd>
            </div>
          ))}
      </dl>
      {finding.certainty === 'inferred' && (
        <p className="mt-1 text-ink-2">
          This cause is inferred from the answer; no vendor document makes the link.
        </p>
      )}
      <p className="mt-1.5 flex flex-wrap gap-x-4 empty:hidden">
        <RemedyButtons finding={finding} fixed={fixed} />
        <SetUpLink finding={finding} />
      </p>
    </div>
  )
}

/** The change itself, where one is known, and the way to the field. */
function RemedyButtons({ finding: { remedy }, fixed }: { finding: Finding; fixed: boolean }) {
  return remedy ? (
    <>
      {remedy.repair && !fixed && <RepairButton repair={remedy.repair} stale={false} />}
      <FieldButton domain={remedy.domain} path={remedy.path}>
        Show {remedy.path.at(-1)}
      </FieldButton>
    </>
  ) : null
}
