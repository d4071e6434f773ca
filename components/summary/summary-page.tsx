'use client'
import { Printer } from 'lucide-react'
import { useMemo } from 'react'
import { othersInWords } from '@/components/editor/others-in-words'
import { useVersion } from '@/components/history/sides'
import { ItemPage } from '@/components/library/item-page'
import { fileNameOf } from '@/components/library/open-bytes'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { Button } from '@/components/ui/button'
import { fullDate } from '@/components/ui/dates'
import type { Configuration } from '@/lib/api/configurations'
import { configuredKeys, type ToldSetting, toldSettings } from '@/lib/profile/told-settings'

/** What the newest version of a configuration sets, in words: to print, to file, or to give to somebody. */
export function SummaryPage({ id }: { id: string }) {
  return (
    <ItemPage
      id={id}
      title="Summary"
      opening="Opening the summary…"
      actions={
        <Button onClick={() => window.print()}>
          <Printer aria-hidden size={14} />
          Print…
        </Button>
      }
    >
      {(item) => <Opened item={item} />}
    </ItemPage>
  )
}

function Opened({ item }: { item: Configuration }) {
  const { data, error, refetch } = useVersion(item.id, item.version, fileNameOf(item))
  if (error) {
    return (
      <div role="alert" className="space-y-3 p-6">
        <p>{error.message}</p>
        <Button onClick={() => void refetch()}>Try again</Button>
      </div>
    )
  }
  return data ? (
    <Summary item={item} profile={data} />
  ) : (
    <p role="status" className="p-6 text-ink-2">
      Opening the summary…
    </p>
  )
}

function Summary({ item, profile }: { item: Configuration; profile: ProfileStore }) {
  const groups = useMemo(() => toldSettings(profile), [profile])
  const { count, of } = useMemo(() => configuredKeys(profile.settings), [profile])
  return (
    <article className="mx-auto max-w-3xl space-y-6 p-4 sheet:p-6 print:max-w-none print:p-0">
      <header>
        <h2 dir="auto" className="text-lg font-semibold break-words">
          {item.name}
        </h2>
        <p className="mt-1 text-ink-2">
          {[
            item.provider ?? 'No provider',
            `version ${item.version}, saved ${fullDate(new Date(item.updatedAt))}`,
            `${count} of ${of} keys configured${othersInWords(profile.settings)}`,
          ].join(' · ')}
          . Credentials are left out. Changes that are not saved are not in it.
        </p>
      </header>
      {groups.map(({ title, settings }) => (
        <section key={title} aria-label={title}>
          <h3 className="text-sm font-semibold break-after-avoid">{title}</h3>
          <dl className="mt-1 divide-y divide-line border-y border-line">
            {settings.map((setting) => (
              <Setting key={setting.id} setting={setting} />
            ))}
          </dl>
        </section>
      ))}
    </article>
  )
}

/** A long word of a list item begins beside its number, and breaks there rather than before. */
const besideNumber = (line: string) => line.replace(/^(\s*\d+\.) /, '$1\u00a0')

function Setting({ setting: { title, name, lines } }: { setting: ToldSetting }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 py-2 break-inside-avoid md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] print:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <dt className="min-w-0 break-words">
        {title && <span className="block font-medium">{title}</span>}
        <code className="font-mono text-[11px] text-ink-2 [overflow-wrap:anywhere]">{name}</code>
      </dt>
      {/* Each line in the direction of its own words, its number beside them. */}
      <dd className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere] [unicode-bidi:plaintext]">
        {lines.map(besideNumber).join('\n')}
      </dd>
    </div>
  )
}
