import type { Limit } from '@/lib/schema/set-up'
import { Sources } from './step-card'

/** What cannot be had at a provider; `alone`: there is nothing else to say. */
export function Limits({ limits, alone }: { limits: readonly Limit[]; alone: boolean }) {
  const title = alone ? 'Not possible here' : 'What this provider cannot do'
  return (
    limits.length > 0 && (
      <section aria-label={title} className="rounded-xl border border-line bg-panel px-4 py-3">
        <h3 className="text-[15px] font-semibold">{title}</h3>
        <dl className="mt-1 divide-y divide-line">
          {limits.map(({ what, instead, sources }) => (
            <div key={what} className="space-y-0.5 py-2">
              <dt className="font-medium">{what}</dt>
              <dd className="text-ink-2">{instead}</dd>
              <dd>
                <Sources sources={sources} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    )
  )
}
