'use client'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useTitle } from '@/components/ui/use-title'
import type { Configuration } from '@/lib/api/configurations'
import { MenuButton } from './frame'
import { itemOf } from './queries'
import { RequestFailed } from './requests'

type ItemPageProps = {
  id: string
  /** What the page shows of the configuration: its heading, and part of the document's title. */
  title: string
  /** Name of another configuration that the page is about as well. */
  beside?: string | undefined
  /** Stands there until the configuration has been read. */
  opening: string
  actions?: ReactNode
  children: (item: Configuration) => ReactNode
}

/** A page about a configuration that is not its editor: the way back, the heading, and what to do where it is not there. */
export function ItemPage({ id, title, beside, opening, actions, children }: ItemPageProps) {
  // Each page that is opened asks anew.
  const { data: item, error, refetch } = useQuery({ ...itemOf(id), staleTime: 0 })
  const names = beside === undefined ? item?.name : `${item?.name} and ${beside}`
  useTitle(item ? `${names} · ${title} · Latchkey` : null)
  const missing = error instanceof RequestFailed && error.status === 404
  return (
    <div className="flex h-full min-h-0 flex-col print:block print:h-auto">
      <header className="no-print flex min-h-[50px] shrink-0 items-center gap-2 border-b border-line bg-panel px-3 py-1.5 sheet:px-4">
        <MenuButton />
        <Link
          href={`/configurations/${id}`}
          className="touch flex min-w-0 items-center gap-1.5 rounded text-ink-2 hover:text-ink"
        >
          <ArrowLeft aria-hidden size={15} className="shrink-0" />
          <span className="truncate">{item?.name ?? 'Configuration'}</span>
        </Link>
        <h1 className="mr-auto text-sm font-semibold">{title}</h1>
        {item && actions}
      </header>
      <main
        id="content"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2 print:overflow-visible"
      >
        {item && children(item)}
        {!item && !error && (
          <p role="status" className="p-6 text-ink-2">
            {opening}
          </p>
        )}
        {!item && error && (
          <div role="alert" className="space-y-3 p-6">
            <p>
              {missing
                ? 'This configuration is not here. It may have been deleted, or the address is not complete.'
                : error.message}
            </p>
            {missing ? (
              <Link href="/" className="font-semibold text-accent underline">
                All configurations
              </Link>
            ) : (
              <Button onClick={() => void refetch()}>Try again</Button>
            )}
          </div>
        )}
      </main>
    </div>
  )
}
