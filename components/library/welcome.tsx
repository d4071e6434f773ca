'use client'
import { FileDown, Plus } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { fullDate, shortDate } from '@/components/ui/dates'
import { MenuButton } from './frame'
import { useLibraryDialogs } from './library-dialogs'
import { useLatest } from './queries'
import { InTheLibrary } from './together'

/** The page without an open configuration: what to begin with, or the latest ones to go on with. */
export function Welcome() {
  const { data, isPending } = useLatest()
  const { openNew, openImport } = useLibraryDialogs()
  const latest = data?.configurations.slice(0, 6) ?? []
  return (
    <main id="content" tabIndex={-1} className="relative flex h-full flex-col overflow-auto p-3 outline-none">
      <MenuButton />
      {/* What stands here depends on the list: shown when it has come, so that nothing moves. */}
      <div className={cn('m-auto w-full max-w-lg space-y-6 px-3 py-8', isPending && 'invisible')}>
        <div>
          <h1 className="text-lg font-semibold">
            {latest.length > 0 ? 'Open a configuration' : 'Make your first configuration'}
          </h1>
          <p className="mt-1 text-ink-2">
            A configuration is a profile for Jamf Connect: how people sign in to their Macs with a cloud
            account. Start from an identity provider, or import a profile that you have; signed, from Jamf
            Pro, or saved by Jamf Connect Configuration.
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" onClick={openNew}>
            <Plus aria-hidden size={14} />
            New configuration
          </Button>
          <Button onClick={openImport}>
            <FileDown aria-hidden size={14} />
            Import a profile
          </Button>
        </div>
        {latest.length > 0 && (
          <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
            {latest.map((item) => (
              <li key={item.id}>
                <Link
                  href={`/configurations/${item.id}`}
                  className="flex items-baseline justify-between gap-4 px-4 py-2.5 hover:bg-sunken"
                >
                  <span className="min-w-0">
                    <span className="block truncate font-medium">{item.name}</span>
                    <span className="text-xs text-ink-2">{item.provider ?? 'No provider'}</span>
                  </span>
                  <time
                    dateTime={item.updatedAt}
                    title={fullDate(new Date(item.updatedAt))}
                    className="shrink-0 text-xs text-ink-2"
                  >
                    {shortDate(new Date(item.updatedAt))}
                  </time>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {latest.length > 1 && <InTheLibrary />}
        <p className="text-ink-2">
          Looking for what a key does?{' '}
          <Link href="/reference" className="font-semibold text-accent underline">
            Key reference
          </Link>
        </p>
      </div>
    </main>
  )
}
