import { type ReactNode, useId } from 'react'

/** A panel of the report with its heading. */
export function Card(props: { title: string; detail?: ReactNode; action?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="overflow-hidden rounded-xl border border-line bg-panel">
      <header className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-line px-4 py-1.5 not-last:border-b">
        <h2 id={id} className="text-[13px] font-semibold">
          {props.title}
        </h2>
        {props.detail && <p className="text-xs text-ink-2">{props.detail}</p>}
        {props.action && <div className="ml-auto">{props.action}</div>}
      </header>
      {props.children}
    </section>
  )
}
