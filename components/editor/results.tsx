'use client'
import { type ReactNode, useMemo } from 'react'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { type EditorTab, layout, tabsFor } from '@/lib/products/layout'
import type { Group } from '@/lib/schema/layout'
import { counted } from '@/lib/schema/words'
import type { FormFilter } from './form-filter'
import { KeyGroup, withoutFollowers } from './key-group'
import { OtherKeys } from './other-keys'
import { domainsOf, namesIn } from './others'
import { outlineOf } from './outline'
import { ProfileFields, profileKeysFor } from './profile-fields'
import type { BodyState } from './use-editor-view'
import type { Found } from './use-found'

type FormResultsProps = {
  filter: FormFilter
  found: Found | null
  place: BodyState['place']
  onShowTab: (tab: string) => void
  onClear: () => void
  children: ReactNode
}

type TabResults = {
  readonly tab: EditorTab
  readonly groups: readonly Group[]
  /** Names of keys that no manifest knows. */
  readonly others: ReadonlySet<string>
  readonly count: number
}

/** What a filter finds on all tabs, tab by tab. */
export function FormResults({ filter, found, place, onShowTab, onClear, children }: FormResultsProps) {
  const { profile } = useOpenProfile()
  const results = useResults(filter, found)
  const total = results.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="min-w-0 flex-1 space-y-8">
      {children}
      <p role="status" className={total === 0 ? 'sr-only' : 'px-0.5 text-xs text-ink-2'}>
        {total === 0 ? 'No keys found' : `${counted(total, 'key')} on ${counted(results.length, 'tab')}`}
      </p>
      {results.map(({ tab, groups, others, count }) => (
        <section key={tab.id} aria-labelledby={`results-${tab.id}`} className="space-y-4">
          <div className="flex flex-wrap items-baseline gap-x-3 border-b border-line pb-1.5">
            <h2 id={`results-${tab.id}`} className="text-[15px] font-semibold">
              {tab.title}
            </h2>
            <span className="text-xs text-ink-2">{counted(count, 'key')}</span>
            <Button look="link" className="ml-auto" onClick={() => onShowTab(tab.id)}>
              Open {tab.title}
            </Button>
          </div>
          {tab.profileKeys && <ProfileFields filter={filter} found={found} level={3} />}
          {groups.map((group) => (
            <KeyGroup
              key={group.id}
              id={`${tab.id}-${group.id}`}
              group={group}
              settings={profile.settings}
              among={groups}
              level={3}
            />
          ))}
          {others.size > 0 && <OtherKeys tab={tab.id} place={place} among={others} level={3} />}
        </section>
      ))}
      {total === 0 && <NothingFound filter={filter} onClear={onClear} />}
    </div>
  )
}

function useResults(filter: FormFilter, found: Found | null): readonly TabResults[] {
  const { profile } = useOpenProfile()
  const outline = useProfile(outlineOf)
  const ofProfile = useProfile((at) => profileKeysFor(at.root, filter, found).length)
  return useMemo(() => {
    void outline
    return tabsFor(profile.settings)
      .map((tab) => {
        const all = layout(profile, {
          tab: tab.id,
          configuredOnly: filter.configuredOnly,
          ...(found && { among: found.keys }),
        })
        const groups = withoutFollowers(all, tab.id, profile)
        const keys = groups.reduce((sum, { fields }) => sum + fields.length, 0)
        // What the profile holds beyond the known keys is configured.
        const others = domainsOf(tab.id).flatMap((domain) => {
          const names = namesIn(domain, profile.settings)
          return found ? found.others(names) : names
        })
        const count = keys + others.length + (tab.profileKeys ? ofProfile : 0)
        return { tab, groups, others: new Set(others), count }
      })
      .filter(({ count }) => count > 0)
  }, [outline, profile, filter, found, ofProfile])
}

function NothingFound({ filter, onClear }: Pick<FormResultsProps, 'filter' | 'onClear'>) {
  const { query, configuredOnly } = filter
  const what = configuredOnly ? 'configured key' : 'key'
  return (
    <div className="rounded-xl border border-dashed border-line px-6 py-10 text-center text-ink-2">
      <p className="break-words">
        {query === '' ? 'Nothing is configured.' : `No ${what} of any tab matches “${query}”.`}
      </p>
      <Button className="mt-3" onClick={onClear}>
        Show all keys
      </Button>
    </div>
  )
}
