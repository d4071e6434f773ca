import type { ReactNode } from 'react'

/** Id of the heading of a panel of the form, by the id of its group. */
export const panelId = (group: string) => `group-${group}`

type GroupPanelProps = {
  /** Id of the heading. */
  id: string
  title: string
  note?: string | undefined
  children: ReactNode
}

/** A group of the form: its heading, a note beside it, and its rows in one panel. */
export function GroupPanel({ id, title, note, children }: GroupPanelProps) {
  return (
    <section aria-labelledby={id} className="deferred">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-2 px-0.5">
        <h2 id={id} className="text-[13px] font-semibold">
          {title}
        </h2>
        {note && <p className="text-xs text-ink-2">{note}</p>}
      </div>
      <div className="divide-y divide-line rounded-xl border border-line bg-panel">{children}</div>
    </section>
  )
}
