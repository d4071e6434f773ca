import { History, LoaderCircle } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Summary } from '@/lib/api/report'
import { OutcomeMark, verdictMarks } from './outcome-mark'
import { RepairButton } from './remedy-buttons'
import { FixedRunAgain } from './run-again'

const box = 'min-h-[84px] rounded-xl border border-line bg-panel px-4 py-4'

/**
 * One sentence a person would say, what it means, and the one thing to do next. `stale`: the configuration has changed
 * since, and what the verdict says may not hold any more. `fixed`: by a repair of this run, so that another one is the next thing.
 */
export function VerdictCard(props: { summary: Summary; stale?: boolean; fixed?: boolean }) {
  const { summary, stale = false, fixed = false } = props
  const { repair, verdict, title, text } = summary
  return (
    <section aria-label="Result" className={`${box} flex flex-wrap items-start gap-x-6 gap-y-3`}>
      <div className="min-w-0 flex-1 basis-64">
        {stale && (
          <p className="mb-1.5 flex items-baseline gap-1.5 text-xs text-ink-2">
            <History aria-hidden size={13} className="shrink-0 self-center" />
            As of before the change: the configuration has changed since.
          </p>
        )}
        <h2
          className={cn(
            'flex items-start gap-2.5 text-[17px] leading-snug font-semibold',
            stale && 'text-ink-2',
          )}
        >
          <span className="mt-px">
            <OutcomeMark outcome={verdictMarks[verdict]} />
          </span>
          {title}
        </h2>
        {text && <p className="mt-1.5 max-w-[110ch] text-pretty text-ink-2">{text}</p>}
      </div>
      {fixed ? (
        <FixedRunAgain look="primary" />
      ) : (
        repair && <RepairButton repair={repair} look="primary" stale={stale} />
      )}
    </section>
  )
}

/** Stands where the verdict will be. */
export function RunningCard() {
  return (
    <section aria-label="Progress" className={box}>
      <p className="flex items-center gap-2.5 text-[17px] leading-snug font-semibold">
        <LoaderCircle aria-hidden size={20} className="shrink-0 animate-spin text-accent" />
        The test is running
      </p>
      <p className="mt-1.5 text-ink-2">Each check appears below as soon as it is done.</p>
    </section>
  )
}
