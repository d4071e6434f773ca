'use client'
import { ChevronRight, Play } from 'lucide-react'
import Link from 'next/link'
import { START, writeAddress } from '@/components/editor/address'
import { CopyLink } from '@/components/reference/copy-link'
import { OuterLink } from '@/components/ui/outer-link'
import { Sign } from '@/components/ui/sign'
import type { MenuPath, Pitfall, Proof, Source, Step } from '@/lib/schema/set-up'
import type { Brings } from './standing'
import { BroughtValues, CarriedValues, SetValues } from './step-values'

type StepCardProps = {
  /** Of the configuration. */
  readonly id: string
  readonly step: Step
  readonly number: number
  readonly brings: readonly Brings[]
  /** null: not known yet. */
  readonly done: boolean | null
  readonly onDone: (done: boolean) => void
}

/** One step: where in the console, what to fill in there, what comes back, what goes wrong, and how to see that it is done. */
export function StepCard({ id, step, number, brings, done, onDone }: StepCardProps) {
  const heading = `${step.id}-title`
  return (
    <li
      id={step.id}
      tabIndex={-1}
      aria-labelledby={heading}
      className="scroll-mt-3 rounded-xl border border-line bg-panel outline-none focus-visible:border-accent print:break-inside-avoid print:border-0 print:border-t print:rounded-none"
    >
      <div className="flex items-start gap-x-3 px-4 pt-3">
        <h3 id={heading} className="min-w-0 flex-1 pt-1 text-[15px] leading-6 font-semibold">
          <span className="text-ink-2">{number}.</span> {step.title}
          {step.optional && <span className="font-normal text-ink-2"> · optional</span>}
          <span className="hidden print:inline"> {done ? '☑' : '☐'}</span>
        </h3>
        <CopyLink id={step.id} name={step.title} />
      </div>
      <div className="space-y-3 px-4 pt-1 pb-3">
        <Where path={step.path} former={step.formerPath} />
        {step.text && <p className="max-w-[90ch]">{step.text}</p>}
        {step.unconfirmed && (
          <p className="flex max-w-[90ch] gap-1.5 text-xs text-ink-2">
            <Sign of="advice" className="mt-px" />
            <span>Not confirmed: {step.unconfirmed}</span>
          </p>
        )}
        <CarriedValues carries={step.carries ?? []} />
      </div>
      <BroughtValues brings={brings} />
      <div className="space-y-3 px-4 pb-3">
        <SetValues step={step} />
        <Pitfalls pitfalls={step.pitfalls ?? []} />
        <Sources sources={step.sources} />
      </div>
      <div className="no-print flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line px-4 py-1.5">
        <label className="touch mr-auto flex cursor-pointer items-center gap-2 py-1 font-medium">
          <input
            type="checkbox"
            aria-label={`Done: ${step.title}`}
            className="size-4 accent-(--accent)"
            checked={done === true}
            disabled={done === null}
            onChange={({ currentTarget }) => onDone(currentTarget.checked)}
          />
          Done
        </label>
        {step.proof && <Check id={id} proof={step.proof} />}
      </div>
    </li>
  )
}

/** Menu by menu, and how the console called it before. */
function Where({ path, former }: { path: MenuPath | undefined; former: MenuPath | undefined }) {
  return (
    path && (
      <div>
        <Menus path={path} />
        {former && (
          <p className="text-xs text-ink-2">
            Before: <Menus path={former} plain />
          </p>
        )}
      </div>
    )
  )
}

function Menus({ path, plain = false }: { path: MenuPath; plain?: boolean }) {
  return (
    <span className={plain ? '' : 'font-medium text-ink-2'}>
      {path.map((menu, at) => (
        // A menu may stand twice in a path, and the path never changes.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={at}>
          {at > 0 && <ChevronRight aria-label="then" size={12} className="mx-0.5 inline" />}
          {menu}
        </span>
      ))}
    </span>
  )
}

/** The test that shows whether the step is done, at its own address. */
function Check({ id, proof }: { id: string; proof: Proof }) {
  return (
    <Link
      href={`/configurations/${id}${writeAddress({ ...START, test: proof.test })}`}
      prefetch={false}
      className="touch inline-flex items-center gap-1.5 py-1 font-semibold text-accent underline-offset-2 hover:underline"
    >
      <Play aria-hidden size={15} className="shrink-0" />
      <span>{proof.shows}: check</span>
    </Link>
  )
}

function Pitfalls({ pitfalls }: { pitfalls: readonly Pitfall[] }) {
  return (
    pitfalls.length > 0 && (
      <div className="rounded-lg bg-sunken px-3 py-2 text-[12.5px] leading-[1.5] text-ink-2">
        <h4 className="font-medium text-ink">What goes wrong here</h4>
        <ul className="mt-0.5 list-disc space-y-0.5 pl-4">
          {pitfalls.map(({ text, codes = [] }) => (
            <li key={text}>
              {text}
              {codes.length > 0 && (
                <>
                  {' '}
                  <code className="font-mono text-[11.5px] text-ink wrap-anywhere">{codes.join(', ')}</code>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    )
  )
}

/** The pages that something rests on; on paper with their addresses. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <p className="flex flex-wrap gap-x-4 text-xs text-ink-2 print:block">
      {sources.map(({ label, url }) => (
        <span key={url} className="print:block print:break-all">
          <OuterLink
            address={url}
            look="touch inline-flex items-center underline underline-offset-2 hover:text-ink"
          >
            {label}
          </OuterLink>
          <span className="hidden print:inline"> {url}</span>
        </span>
      ))}
    </p>
  )
}
