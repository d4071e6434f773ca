import Link from 'next/link'
import type { ReactNode } from 'react'
import { MenuButton } from '@/components/library/frame'
import { cn } from '@/components/ui/cn'
import { manifests } from '@/lib/products/keys'
import { RETIRED } from './addresses'
import type { SearchEntry } from './entries'
import { Filter } from './filter'
import { FilterField } from './filter-field'
import './reference.css'

type ReferencePageProps = {
  /** Id of the manifest the page is about, "retired", or null on the index. */
  page: string | null
  entries: readonly SearchEntry[]
  /** Query in the address: what a reader without scripts searches for. */
  query: string
  searchLabel: string
  children: ReactNode
}

/** The frame of every page of the key reference: its head with the search, the domains, and the content. */
export function ReferencePage({ page, entries, query, searchLabel, children }: ReferencePageProps) {
  return (
    <Filter entries={entries} initial={query}>
      <main id="content" tabIndex={-1} className="relative reference h-full overflow-auto outline-none">
        <header className="no-print sticky top-0 z-10 flex min-h-[50px] flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-panel px-3 py-1.5 sheet:px-4">
          <MenuButton />
          <Link href="/reference" className="mr-auto rounded py-1 text-sm font-semibold hover:underline">
            Key reference
          </Link>
          <div className="flex max-w-80 min-w-0 flex-1 basis-32">
            <FilterField label={searchLabel} />
          </div>
        </header>
        <div className="reference-body mx-auto max-w-[1180px] px-4 pt-4 pb-16 sheet:px-7">
          <Domains page={page} />
          {children}
        </div>
      </main>
    </Filter>
  )
}

function Domains({ page }: { page: string | null }) {
  const pages = [
    { id: null, title: 'Overview' },
    ...manifests.map(({ id, title }) => ({ id, title })),
    { id: RETIRED, title: 'Retired keys' },
  ]
  return (
    <nav aria-label="Preference domains" className="no-print">
      <ul className="inline-flex flex-wrap gap-0.5 rounded-lg bg-sunken p-0.5">
        {pages.map(({ id, title }) => (
          <li key={title}>
            <Link
              href={id === null ? '/reference' : `/reference/${id}`}
              aria-current={id === page ? 'page' : undefined}
              className={cn(
                'touch flex min-h-7 items-center rounded-md px-3 text-sm font-medium',
                id === page
                  ? 'bg-panel text-ink shadow-[0_0_0_1px_var(--line)]'
                  : 'text-ink-2 hover:text-ink',
              )}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
