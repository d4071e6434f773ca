'use client'
import { FileDown, Plus } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { lazily } from '@/components/ui/lazily'
import { MenuButton } from './frame'
import { useLibraryDialogs } from './library-dialogs'
import { useLatest } from './refresh'

const HomeTable = lazily(async () => (await import('./home-table')).HomeTable, {
  loading: () => <main id="content" tabIndex={-1} className="h-full" />,
})

/** The page without an open configuration: all of them, or what to begin with where there are none. */
export function Welcome() {
  const { data, error } = useLatest()
  if (data && data.total > 0) {
    return <HomeTable />
  }
  return <Teaching waiting={data === undefined && !error} />
}

function Teaching({ waiting }: { waiting: boolean }) {
  const { openNew, openImport } = useLibraryDialogs()
  return (
    <main id="content" tabIndex={-1} className="relative flex h-full flex-col overflow-auto p-3 outline-none">
      <MenuButton />
      {/* What stands here depends on the list: shown when it has come, so that nothing moves. */}
      <div className={cn('m-auto w-full max-w-lg space-y-6 px-3 py-8', waiting && 'invisible')}>
        <div>
          <h1 className="text-lg font-semibold">Make your first configuration</h1>
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
