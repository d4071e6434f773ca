import type { ReactNode } from 'react'
import { Found } from './filter'

type SectionBlockProps = {
  id: string
  title: ReactNode
  /** What the section is about, and where its facts come from. */
  intro: ReactNode
  keys: readonly string[]
  children: ReactNode
}

/** One section: heading, what it is about, and its keys in one panel. Gone while the search finds none of them. */
export function SectionBlock({ id, title, intro, keys, children }: SectionBlockProps) {
  return (
    <Found ids={keys} className="reference-section">
      <section aria-labelledby={id}>
        <h2 id={id} className="text-[15px] font-semibold">
          {title}
        </h2>
        <div className="mt-0.5 max-w-[72ch] text-ink-2">{intro}</div>
        <div className="reference-panel">{children}</div>
      </section>
    </Found>
  )
}
