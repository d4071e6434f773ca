import { ChevronDown } from 'lucide-react'
import { Found } from './filter'

export type ContentsItem = { readonly id: string; readonly title: string; readonly keys: readonly string[] }

/** The sections of the page: a column beside it where there is room, else a list that opens above it. */
export function Contents({ items }: { items: readonly ContentsItem[] }) {
  return (
    <Found ids={items.flatMap(({ keys }) => keys)} className="no-print columns:order-last">
      <nav
        aria-label="On this page"
        className="sticky top-[66px] hidden max-h-[calc(100dvh-82px)] overflow-auto text-xs columns:block"
      >
        <p className="pb-1.5 font-semibold text-ink">On this page</p>
        <Items items={items} />
      </nav>
      <details className="rounded-xl border border-line bg-panel columns:hidden">
        <summary className="touch flex min-h-8 list-none items-center justify-between px-4 py-1.5 text-sm font-medium [&::-webkit-details-marker]:hidden">
          On this page
          <ChevronDown aria-hidden size={14} className="text-ink-2" />
        </summary>
        <nav aria-label="On this page" className="px-4 pb-3">
          <Items items={items} />
        </nav>
      </details>
    </Found>
  )
}

function Items({ items }: { items: readonly ContentsItem[] }) {
  return (
    <ul className="border-l border-line">
      {items.map(({ id, title, keys }) => (
        <li key={id}>
          <Found ids={keys}>
            <a
              href={`#${id}`}
              className="touch -ml-px flex items-baseline justify-between gap-3 border-l border-transparent py-1 pl-3 text-ink-2 hover:border-accent hover:text-ink"
            >
              <span>{title}</span>
              <span aria-hidden className="tabular-nums">
                {keys.length}
              </span>
            </a>
          </Found>
        </li>
      ))}
    </ul>
  )
}
