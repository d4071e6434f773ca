'use client'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { MenuButton } from '@/components/library/frame'
import { fileNameOf, openBytes } from '@/components/library/open-bytes'
import { RequestFailed } from '@/components/library/requests'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { Button } from '@/components/ui/button'
import type { Configuration } from '@/lib/api/configurations'
import { Chooser, dropToCompare } from './chooser'
import { asSearch, chosenBy } from './chosen'
import { Comparison } from './comparison'
import { useVersion } from './sides'
import { Timeline } from './timeline'
import { useItem } from './use-history'

/** The versions of a configuration, and what any two of them differ in. */
export function HistoryPage({ id }: { id: string }) {
  const { data: item, error, refetch } = useItem(id)
  useEffect(() => {
    if (item) {
      document.title = `${item.name} · History · Latchkey`
    }
  }, [item])
  const missing = error instanceof RequestFailed && error.status === 404
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex min-h-[50px] shrink-0 items-center gap-2 border-b border-line bg-panel px-3 py-1.5 sheet:px-4">
        <MenuButton />
        <Link
          href={`/configurations/${id}`}
          className="touch flex min-w-0 items-center gap-1.5 rounded text-ink-2 hover:text-ink"
        >
          <ArrowLeft aria-hidden size={15} className="shrink-0" />
          <span className="truncate">{item?.name ?? 'Configuration'}</span>
        </Link>
        <h1 className="text-sm font-semibold">History</h1>
      </header>
      <main id="content" className="relative min-h-0 flex-1 overflow-auto">
        {item && <Both item={item} />}
        {!item && !error && (
          <p role="status" className="p-6 text-ink-2">
            Opening the history…
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

function Both({ item }: { item: Configuration }) {
  const chosen = chosenBy(useSearchParams(), item.version)
  return (
    <div className="grid gap-x-8 gap-y-6 p-4 sheet:p-6 columns:grid-cols-[280px_minmax(0,1fr)]">
      <section aria-label="Versions" className="columns:order-first">
        <Timeline item={item} chosen={chosen} />
      </section>
      <section aria-label="Comparison" className="order-first min-w-0">
        {item.version === 1 ? <OneVersion /> : null}
        <Compared key={item.id} item={item} />
      </section>
    </div>
  )
}

function OneVersion() {
  return (
    <p className="mb-4 text-ink-2">
      There is one version so far. Each save adds one, and none is changed or taken away; here you see what
      changed between any two, and bring an earlier one back.
    </p>
  )
}

type OpenFile = { readonly name: string; readonly profile: ProfileStore }

/** The choice and what it comes to. */
function Compared({ item }: { item: Configuration }) {
  const router = useRouter()
  const chosen = chosenBy(useSearchParams(), item.version)
  const [file, setFile] = useState<OpenFile | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const name = fileNameOf(item)
  const before = useVersion(item.id, chosen.from, name)
  const after = useVersion(item.id, chosen.to, name, file === null)
  const openFile = async (given: File | null) => {
    setRefused(null)
    try {
      setFile(
        given && {
          name: given.name,
          profile: await openBytes(new Uint8Array(await given.arrayBuffer()), given.name),
        },
      )
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'It cannot be read.'
      setRefused(`${given?.name} is not compared. ${reason}`)
    }
  }
  const second = file
    ? { label: 'the file', profile: file.profile }
    : after.data && { label: `version ${chosen.to}`, profile: after.data }
  const error = before.error ?? (file ? null : after.error)
  const hidden = item.version === 1 && file === null
  return (
    <div className="space-y-5" {...dropToCompare((dropped) => void openFile(dropped))}>
      <Chooser
        chosen={chosen}
        newest={item.version}
        onChoose={(next) => router.push(asSearch(next), { scroll: false })}
        file={file?.name ?? null}
        onFile={(given) => void openFile(given)}
      />
      {(refused ?? error) && (
        <p role="alert" className="text-error">
          {refused ?? error?.message}
        </p>
      )}
      {!error && !hidden && !(before.data && second) && (
        <p role="status" className="text-ink-2">
          Comparing…
        </p>
      )}
      {!hidden && before.data && second && (
        <Comparison
          before={{ label: `version ${chosen.from}`, profile: before.data }}
          after={second}
          view={chosen.view}
          onView={(view) => router.replace(asSearch({ ...chosen, view }), { scroll: false })}
        />
      )}
    </div>
  )
}
