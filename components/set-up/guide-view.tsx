'use client'
import Link from 'next/link'
import { useMemo } from 'react'
import { useProfile } from '@/components/open-profile/open-profile'
import { useAnchors } from '@/components/reference/use-anchors'
import { cn } from '@/components/ui/cn'
import { providerTitle } from '@/lib/products/context'
import { providerIn } from '@/lib/products/set-up'
import type { SetUpGuide } from '@/lib/schema/set-up'
import { setUpAddress } from './addresses'
import { Limits } from './limits'
import { Requests } from './requests'
import { fieldsIn, progressInWords, progressOf } from './standing'
import { StepCard } from './step-card'
import { type Ticks, useDoneSteps } from './use-done-steps'

type GuideViewProps = { readonly id: string; readonly name: string; readonly guide: SetUpGuide }

/** A guide: what comes of it, its steps in order, what is not possible, and requests to send instead. */
export function GuideView({ id, name, guide }: GuideViewProps) {
  const ticks = useDoneSteps(id)
  const fields = useMemo(() => fieldsIn(guide), [guide])
  useAnchors(focusStep)
  return (
    <article className="mx-auto grid max-w-6xl gap-x-8 p-4 sheet:p-6 columns:grid-cols-[220px_minmax(0,1fr)] print:block print:max-w-none print:p-0">
      {guide.steps.length > 0 && <Contents guide={guide} ticks={ticks} />}
      <div className="min-w-0 space-y-5 columns:col-start-2">
        <header className="space-y-1.5">
          <p className="hidden text-ink-2 print:block">{name}</p>
          <h2 className="text-lg font-semibold">{guide.title}</h2>
          <p className="max-w-[90ch] text-ink-2">{guide.about}</p>
          <OtherProvider id={id} guide={guide} />
          {guide.steps.length > 0 && <Done guide={guide} ticks={ticks} />}
          <p className="no-print">
            <Link
              href={setUpAddress(id)}
              prefetch={false}
              className="touch inline-flex items-center text-ink-2 underline underline-offset-2 hover:text-ink"
            >
              All guides
            </Link>
          </p>
        </header>
        <Limits limits={guide.limits ?? []} alone={guide.steps.length === 0} />
        {guide.steps.length > 0 && (
          <ol className="space-y-4">
            {guide.steps.map((step, at) => (
              <StepCard
                key={step.id}
                id={id}
                step={step}
                number={at + 1}
                brings={fields.get(step.id) ?? []}
                done={ticks.known ? ticks.isDone(guide.id, step.id) : null}
                onDone={(done) => ticks.mark(guide.id, step.id, done)}
              />
            ))}
          </ol>
        )}
        <Requests requests={guide.requests ?? []} />
      </div>
    </article>
  )
}

/** A step that an address leads to gets the focus too, so that the keyboard goes on from there. */
function focusStep(step: string): void {
  document.getElementById(step)?.focus({ preventScroll: true })
}

type PartProps = { readonly guide: SetUpGuide; readonly ticks: Ticks }

function Done({ guide, ticks: { isDone } }: PartProps) {
  const progress = progressOf(guide, isDone)
  return (
    <div className="max-w-md">
      <p role="status" className="font-medium">
        {progressInWords(progress)}
      </p>
      <div aria-hidden className="no-print mt-1 h-1 overflow-hidden rounded-full bg-sunken">
        <div
          className="h-full bg-accent forced-colors:bg-[Highlight]"
          style={{ width: `${(100 * progress.done) / Math.max(1, progress.needed)}%` }}
        />
      </div>
    </div>
  )
}

/** Says so when the configuration has another provider than the guide is for. */
function OtherProvider({ id, guide }: { id: string; guide: SetUpGuide }) {
  const provider = useProfile(({ settings }) => providerIn(settings))
  const title = useProfile(({ settings }) => providerTitle(settings))
  return provider === null || guide.providers.includes(provider) ? null : (
    <p role="note" className="max-w-[90ch] rounded-lg bg-warning-soft px-3 py-2 text-warning">
      This configuration has {title} as its provider, and this guide is for another one.{' '}
      <Link href={setUpAddress(id)} prefetch={false} className="no-print font-semibold underline">
        Choose another guide
      </Link>
    </p>
  )
}

/** The steps at a glance, where there is room beside them. */
function Contents({ guide, ticks: { isDone } }: PartProps) {
  return (
    <nav aria-label="Steps" className="no-print hidden columns:block">
      <ol className="sticky top-6 max-h-[calc(100dvh-110px)] space-y-px overflow-y-auto text-xs">
        {guide.steps.map((step, at) => {
          const done = isDone(guide.id, step.id)
          return (
            <li key={step.id}>
              <a
                href={`#${step.id}`}
                className="flex gap-2 rounded-md px-2 py-1.5 text-ink-2 hover:bg-sunken hover:text-ink"
              >
                <span className={cn('w-4 shrink-0 text-right', done && 'font-semibold text-good')}>
                  <span aria-hidden>{done ? '✓' : at + 1}</span>
                  <span className="sr-only">{done ? 'Done:' : `Step ${at + 1}:`}</span>
                </span>
                {step.title}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
