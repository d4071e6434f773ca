'use client'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { lazily, NotLoaded } from '@/components/ui/lazily'
import { layout, tabs } from '@/lib/products/layout'
import type { KnownKey } from '@/lib/schema/keys'
import { AbsentPayloads } from './absent-payloads'
import type { FormFilter } from './form-filter'
import { KeyGroup, withoutFollowers } from './key-group'
import { OtherKeys } from './other-keys'
import { outlineOf } from './outline'
import { ProfileFields } from './profile-fields'
import { SectionColumn, type SectionPlaces } from './section-column'
import type { BodyState } from './use-editor-view'
import { useFound } from './use-found'

const HiddenKey = lazily(async () => (await import('./hidden-key')).HiddenKey, { quiet: true })
const FormResults = lazily(async () => (await import('./results')).FormResults)

type EditorFormProps = {
  tab: string
  filter: FormFilter
  place: BodyState['place']
  sections: SectionPlaces
  onShowTab: (tab: string) => void
  onClear: () => void
}

/** The fields of the open tab, or what a filter finds on all of them. */
export function EditorForm({ tab, filter, place, sections, onShowTab, onClear }: EditorFormProps) {
  const { found, failed } = useFound(filter.query)
  // Until the search has come, the tab stays as it is.
  const filtered = found !== null || filter.configuredOnly
  return (
    <div className="mx-auto flex max-w-[820px] gap-x-5 @min-[760px]:max-w-[972px]">
      {filtered ? (
        <FormResults filter={filter} found={found} place={place} onShowTab={onShowTab} onClear={onClear}>
          {failed && <NotLoaded />}
        </FormResults>
      ) : (
        <TabForm key={tab} tab={tab} place={place} sections={sections}>
          {failed && <NotLoaded />}
        </TabForm>
      )}
    </div>
  )
}

type TabFormProps = Pick<EditorFormProps, 'tab' | 'place' | 'sections'> & { children: ReactNode }

/** All fields of one tab. Only the open tab is mounted. */
function TabForm({ tab, place, sections, children }: TabFormProps) {
  const { profile } = useOpenProfile()
  const outline = useProfile(outlineOf)
  const [also, setAlso] = useState<KnownKey>()
  const { groups, settings } = useMemo(() => {
    void outline
    const all = layout(profile, { tab, also })
    return { settings: profile.settings, groups: withoutFollowers(all, tab, profile, also) }
  }, [outline, profile, tab, also])
  // Before anything that is asked for on the tab comes into view.
  useEffect(() => {
    document.getElementById('tab-panel')?.scrollTo(0, 0)
  }, [])
  return (
    <>
      <SectionColumn tab={tab} content={groups} places={sections} />
      <div className="min-w-0 flex-1 space-y-6">
        <AbsentPayloads tab={tab} />
        {tabs.some(({ id, profileKeys }) => id === tab && profileKeys) && <ProfileFields />}
        {children}
        {place && <HiddenKey place={place} groups={groups} onShow={setAlso} />}
        {groups.map((group) => (
          <KeyGroup key={group.id} id={group.id} group={group} settings={settings} among={groups} />
        ))}
        <OtherKeys tab={tab} place={place} />
      </div>
    </>
  )
}
