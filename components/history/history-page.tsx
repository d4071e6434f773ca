'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { ItemPage } from '@/components/library/item-page'
import { fileNameOf } from '@/components/library/open-bytes'
import { itemOf } from '@/components/library/queries'
import { RequestFailed } from '@/components/library/requests'
import { Button } from '@/components/ui/button'
import type { Configuration } from '@/lib/api/configurations'
import { Chooser, dropToCompare } from './chooser'
import { type Chosen, otherIn } from './chosen'
import { Comparison } from './comparison'
import { useVersion } from './sides'
import { Timeline } from './timeline'
import { useChosen } from './use-chosen'
import { useFile } from './use-file'

/** The versions of a configuration, and what any two of them differ in, or one of them and one of another configuration. */
export function HistoryPage({ id }: { id: string }) {
  const wanted = otherIn(useSearchParams(), id)
  const { data, error, refetch } = useQuery({
    ...itemOf(wanted ?? ''),
    enabled: wanted !== null,
    staleTime: 0,
  })
  const other = wanted === null ? null : (data ?? null)
  return (
    <ItemPage
      id={id}
      title="History"
      beside={other?.name}
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
      {(item) =>
        wanted !== null && other === null ? (
          <OtherMissing item={item} error={error} onAgain={refetch} />
        ) : (
          <Both item={item} other={other} />
        )
      }
    </ItemPage>
  )
}

type OtherMissingProps = { item: Configuration; error: Error | null; onAgain: () => unknown }

/** The other configuration is on its way, or is not there. */
function OtherMissing({ item, error, onAgain }: OtherMissingProps) {
  if (error === null) {
    return (
      <p role="status" className="p-6 text-ink-2">
        Opening the other configuration…
      </p>
    )
  }
  const missing = error instanceof RequestFailed && error.status === 404
  return (
    <div role="alert" className="space-y-3 p-6">
      <p>
        {missing
          ? 'The configuration to compare with is not here. It may have been deleted, or the address is not complete.'
          : error.message}
      </p>
      <p className="flex flex-wrap gap-4">
        {!missing && <Button onClick={() => onAgain()}>Try again</Button>}
        <Link
          href={`/configurations/${item.id}/history`}
          className="touch inline-flex items-center font-semibold text-accent underline"
        >
          History of “{item.name}”
        </Link>
      </p>
    </div>
  )
}

type BothProps = { readonly item: Configuration; readonly other: Configuration | null }

function Both({ item, other }: BothProps) {
  const [chosen, choose] = useChosen(item, other)
  return (
    <div className="grid gap-x-8 gap-y-6 p-4 sheet:p-6 columns:grid-cols-[280px_minmax(0,1fr)]">
      <section aria-label="Versions" className="columns:order-first">
        {other && <h2 className="mb-2 px-3 text-xs font-semibold break-words text-ink-2">{item.name}</h2>}
        <Timeline item={item} chosen={chosen} />
      </section>
      <section aria-label="Comparison" className="order-first min-w-0">
        {item.version === 1 && other === null ? <OneVersion /> : null}
        <Compared
          key={`${item.id} ${other?.id}`}
          item={item}
          other={other}
          chosen={chosen}
          onChoose={choose}
        />
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

type ComparedProps = BothProps & { readonly chosen: Chosen; readonly onChoose: (chosen: Chosen) => void }

/** The choice and what it comes to. */
function Compared({ item, other, chosen, onChoose }: ComparedProps) {
  const { file, refused, openFile } = useFile()
  const before = useVersion(item.id, chosen.from, fileNameOf(item))
  const second = other ?? item
  const after = useVersion(second.id, chosen.to, fileNameOf(second), file === null)
  const sides = {
    before: before.data && { label: labelOf(chosen.from, other && item), profile: before.data },
    after: file
      ? { label: 'the file', profile: file.profile }
      : after.data && { label: labelOf(chosen.to, other), profile: after.data },
  }
  const error = before.error ?? (file ? null : after.error)
  const hidden = item.version === 1 && file === null && other === null
  return (
    <div className="space-y-5" {...dropToCompare((dropped) => void openFile(dropped))}>
      <Chooser
        item={item}
        other={other}
        chosen={chosen}
        onChoose={onChoose}
        file={file?.name ?? null}
        onFile={(given) => void openFile(given)}
      />
      {(refused ?? error) && (
        <p role="alert" className="text-error">
          {refused ?? error?.message}
        </p>
      )}
      {!error && !hidden && !(sides.before && sides.after) && (
        <p role="status" className="text-ink-2">
          Comparing…
        </p>
      )}
      {!hidden && sides.before && sides.after && (
        <Comparison
          before={sides.before}
          after={sides.after}
          between={file ? 'file' : other ? 'configurations' : 'versions'}
          view={chosen.view}
          onView={(view) => onChoose({ ...chosen, view })}
        />
      )}
    </div>
  )
}

/** A version by its number, and of two configurations by its name too. */
const labelOf = (number: number, of: Configuration | null) =>
  `version ${number}${of ? ` of “${of.name}”` : ''}`
