'use client'
import { X } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { Button } from '@/components/ui/button'
import type { Outcome, TestReport } from '@/lib/api/report'
import { Card } from './card'
import { OutcomeMark, verdictMarks } from './outcome-mark'
import { type Compared, type ReportDifference, reportDifference, type ValueChange } from './report-difference'
import { exactDate } from './report-names'
import { testedText } from './tested-text'

type Two = { readonly before: TestReport; readonly after: TestReport }

/** Says that no check differs, where nothing that the checks lead to differs either. */
function detailOf({ checks, mac, claims }: ReportDifference): string | undefined {
  const others = [mac, claims].some(({ only, changes }) => only !== null || changes.length > 0)
  return checks.length === 0 && !others ? 'no check came out differently' : undefined
}

/** What changed since the run before. */
export function ReportComparison({ before, after }: Two) {
  const difference = useMemo(() => reportDifference(before, after), [before, after])
  return (
    <Card title="Since the last run" detail={detailOf(difference)}>
      <Difference difference={difference} />
    </Card>
  )
}

/** Two kept reports beside each other: how they ended, and what differs between them. */
export function KeptComparison({ before, after, onClose }: Two & { onClose: () => void }) {
  const difference = useMemo(() => reportDifference(before, after), [before, after])
  return (
    <Card
      title="Two reports compared"
      detail={detailOf(difference)}
      action={
        <Button look="ghost" size="icon" aria-label="Close the comparison" onClick={onClose}>
          <X aria-hidden size={14} />
        </Button>
      }
    >
      <dl className="grid gap-x-6 border-b border-line px-4 py-3 sm:grid-cols-2">
        <Side title="Before" report={before} />
        <Side title="After" report={after} />
      </dl>
      <Difference difference={difference} />
    </Card>
  )
}

function Side({ title, report }: { title: string; report: TestReport }) {
  return (
    <div className="min-w-0 py-1">
      <dt className="text-xs text-ink-2">
        {title} · {exactDate(new Date(report.at))} · {testedText(report)}
      </dt>
      <dd className="mt-1 flex items-start gap-2 font-medium">
        <OutcomeMark outcome={verdictMarks[report.summary.verdict]} />
        <span className="min-w-0 flex-1 wrap-anywhere">{report.summary.title}</span>
      </dd>
    </div>
  )
}

function Difference({ difference }: { difference: ReportDifference }) {
  const { checks, same, mac, claims, tested, sent } = difference
  return (
    <div className="divide-y divide-line">
      {checks.length > 0 && (
        <ul className="divide-y divide-line">
          {checks.map(({ check, title, before, after }) => (
            <li key={check} className="flex items-center gap-2 px-4 py-2">
              <Mark outcome={before} />
              <span aria-hidden className="text-ink-3">
                →
              </span>
              <Mark outcome={after} />
              <span className="min-w-0 flex-1 wrap-anywhere">{title}</span>
            </li>
          ))}
        </ul>
      )}
      {same > 0 && (
        <p className="px-4 py-2 text-xs text-ink-2">
          {same === 1 ? 'One check' : `${same} checks`} came out the same.
        </p>
      )}
      <ComparedPart title="On the Mac" compared={mac} told="what happens on the Mac" />
      <ComparedPart
        title="Claims of the ID token"
        compared={claims}
        told="what is in the ID token"
        note="Times and values that are new in every sign-in are left out."
      />
      {tested.length > 0 && (
        <Part title="Tested differently">
          <Changes changes={tested} />
        </Part>
      )}
      {sent.length > 0 && (
        <Part title="Sent differently">
          {sent.map(({ request, changes }) => (
            <div key={request}>
              <p className="pt-1 text-xs font-medium">{request}</p>
              <Changes changes={changes} />
            </div>
          ))}
        </Part>
      )}
    </div>
  )
}

/** How a check came out; a check that one of the runs did not make has no mark. */
function Mark({ outcome }: { outcome: Outcome | null }) {
  return outcome === null ? (
    <span className="flex size-5 shrink-0 items-center justify-center text-ink-3">
      <span aria-hidden>·</span>
      <span className="sr-only">Not made: </span>
    </span>
  ) : (
    <OutcomeMark outcome={outcome} />
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="px-4 py-2">
      <h3 className="text-xs font-semibold text-ink-2">{title}</h3>
      {children}
    </div>
  )
}

type ComparedPartProps = {
  title: string
  compared: Compared
  /** What a report says here, as a clause. */
  told: string
  note?: string
}

/** What the reports say of one thing; nothing where they say the same. */
function ComparedPart({ title, compared: { only, changes }, told, note }: ComparedPartProps) {
  if (only !== null) {
    return (
      <Part title={title}>
        <p className="py-1 text-xs text-ink-2">
          Only the {only === 'after' ? 'later' : 'earlier'} run says {told}.
        </p>
      </Part>
    )
  }
  return changes.length === 0 ? null : (
    <Part title={title}>
      <Changes changes={changes} />
      {note && <p className="pt-0.5 text-xs text-ink-2">{note}</p>}
    </Part>
  )
}

function Changes({ changes }: { changes: readonly ValueChange[] }) {
  return (
    <dl className="divide-y divide-line text-xs">
      {changes.map(({ name, before, after }) => (
        <div key={name} className="py-1.5">
          <dt className="break-all text-ink-2">{name}</dt>
          <dd className="mt-0.5 grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] gap-x-4 gap-y-0.5 font-mono text-[11.5px]">
            <Value word="Before" value={before} />
            <Value word="After" value={after} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ word, value }: { word: string; value: string | null }) {
  return (
    <span className="min-w-0 wrap-anywhere whitespace-pre-wrap">
      <span className="mr-1.5 font-sans text-ink-2">{word}</span>
      {value === null || value === '' ? (
        <span className="font-sans text-ink-2">{value === null ? 'none' : 'empty'}</span>
      ) : (
        value
      )}
    </span>
  )
}
