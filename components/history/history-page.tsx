'use client'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { ItemPage } from '@/components/library/item-page'
import { fileNameOf, openBytes } from '@/components/library/open-bytes'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { Configuration } from '@/lib/api/configurations'
import { Chooser, dropToCompare } from './chooser'
import { asSearch, chosenBy } from './chosen'
import { Comparison } from './comparison'
import { useVersion } from './sides'
import { Timeline } from './timeline'

/** The versions of a configuration, and what any two of them differ in. */
export function HistoryPage({ id }: { id: string }) {
  return (
    <ItemPage
      id={id}
      title="History"
      opening="Opening the history…"
      actions={
        <Link
          href={`/configurations/${id}/summary`}
          prefetch={false}
          className="touch flex items-center rounded px-1 text-ink-2 underline-offset-2 hover:text-ink hover:underline"
        >
          Summary
        </Link>
      }
    >
      {(item) => <Both item={item} />}
    </ItemPage>
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
