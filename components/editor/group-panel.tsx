import type { ReactNode } from 'react'

/** Id of the heading of a panel of the form, by the id of its group. */
export const panelId = (group: string) => `group-${group}`

type GroupPanelProps = {
  /** Id of the heading. */
  id: string
  title: string
  note?: string | undefined
  /** Of the heading. */
  level?: 2 | 3 | undefined
  children: ReactNode
}

/** A group of the form: its heading, a note beside it, and its rows in one panel. */
export function GroupPanel({ id, title, note, level = 2, children }: GroupPanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id} data-panel className="deferred">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-2 px-0.5">
        <Heading id={id} className="text-[13px] font-semibold">
          {title}
        </Heading>
        {note && <p className="text-xs text-ink-2">{note}</p>}
      </div>
      <div className="divide-y divide-line rounded-xl border border-line bg-panel">{children}</div>
    </section>
  )
}
