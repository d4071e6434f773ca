'use client'
import Link from 'next/link'
import { useProfile } from '@/components/open-profile/open-profile'
import { providerTitle } from '@/lib/products/context'
import { guidesOf, providerIn, setUpGuides } from '@/lib/products/set-up'
import type { SetUpGuide } from '@/lib/schema/set-up'
import { setUpAddress } from './addresses'
import { progressInWords, progressOf } from './standing'
import { type Ticks, useDoneSteps } from './use-done-steps'

/** All guides, those for the configured provider first. `unknown`: the address names one that is not there. */
export function GuideChoice({ id, unknown }: { id: string; unknown: boolean }) {
  const provider = useProfile(({ settings }) => providerIn(settings))
  const title = useProfile(({ settings }) => providerTitle(settings))
  const ticks = useDoneSteps(id)
  const fitting = guidesOf(provider)
  const others = setUpGuides.filter((guide) => !fitting.includes(guide))
  return (
    <div className="mx-auto max-w-3xl space-y-6 p-4 sheet:p-6">
      {unknown && (
        <p role="alert" className="rounded-lg bg-warning-soft px-4 py-2 text-warning">
          There is no guide at this address. It may be one of another release; choose from those that are
          here.
        </p>
      )}
      <header>
        <h2 className="text-lg font-semibold">Set up the identity provider</h2>
        <p className="mt-1 text-ink-2">
          A guide says what to do in the console of the provider, and what comes back into this configuration.
        </p>
      </header>
      {fitting.length > 0 && <Guides title={`For ${title}`} guides={fitting} id={id} ticks={ticks} />}
      {provider !== null && fitting.length === 0 && <p>There is no guide for {title} yet.</p>}
      {provider === null && <p>This configuration names no identity provider yet.</p>}
      {others.length > 0 && (
        <Guides
          title={provider === null ? 'All guides' : 'Other identity providers'}
          guides={others}
          id={id}
          ticks={ticks}
        />
      )}
    </div>
  )
}

type GuidesProps = {
  readonly title: string
  readonly guides: readonly SetUpGuide[]
  readonly id: string
  readonly ticks: Ticks
}

function Guides({ title, guides, id, ticks: { isDone } }: GuidesProps) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-[13px] font-semibold">{title}</h3>
      <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
        {guides.map((guide) => (
          <li key={guide.id} className="px-4 py-3">
            <Link
              href={setUpAddress(id, guide.id)}
              prefetch={false}
              className="touch inline-flex items-center font-semibold text-accent underline-offset-2 hover:underline"
            >
              {guide.title}
            </Link>
            <p className="text-ink-2">{guide.about}</p>
            <p className="mt-1 text-xs text-ink-2">
              {guide.steps.length === 0
                ? 'Not possible; the guide says what people do instead.'
                : progressInWords(progressOf(guide, isDone))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
