'use client'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
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
  return (
    <ItemFrame id={id} name={item?.name} title={title} actions={item && actions}>
      {item && children(item)}
      {!item && <NotThere error={error} opening={opening} onAgain={() => void refetch()} />}
    </ItemFrame>
  )
}

type ItemFrameProps = {
  readonly id: string
  readonly name: string | undefined
  readonly title: string
  readonly actions: ReactNode
  /** The actions are so many that they have a row of their own on a small screen. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The head of such a page and what scrolls below it. */
export function ItemFrame({ id, name, title, actions, wide = false, children }: ItemFrameProps) {
  return (
    <div className="flex h-full min-h-0 flex-col print:block print:h-auto">
      <header
        className={cn(
          'no-print flex min-h-[50px] shrink-0 items-center gap-2 border-b border-line bg-panel px-3 py-1.5 sheet:px-4',
          wide && 'max-sheet:flex-wrap',
        )}
      >
        <MenuButton />
        <Link
          href={`/configurations/${id}`}
          className={cn(
            'touch flex min-w-0 items-center gap-1.5 rounded text-ink-2 hover:text-ink',
            wide && 'max-sheet:flex-1',
          )}
        >
          <ArrowLeft aria-hidden size={15} className="shrink-0" />
          <span className="truncate">{name ?? 'Configuration'}</span>
        </Link>
        <h1 className="mr-auto text-sm font-semibold whitespace-nowrap">{title}</h1>
        {actions}
      </header>
      <main
        id="content"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2 print:overflow-visible"
      >
        {children}
      </main>
    </div>
  )
}

type NotThereProps = {
  readonly error: Error | null
  /** Stands there while nothing has gone wrong. */
  readonly opening: string
  readonly onAgain: () => void
}

/** In the place of a configuration that is on its way, or that is not there. */
export function NotThere({ error, opening, onAgain }: NotThereProps) {
  if (error === null) {
    return (
      <p role="status" className="p-6 text-ink-2">
        {opening}
      </p>
    )
  }
  const missing = error instanceof RequestFailed && error.status === 404
  return (
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
        <Button onClick={onAgain}>Try again</Button>
      )}
    </div>
  )
}
