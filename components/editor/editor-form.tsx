'use client'
import { useMemo } from 'react'
import { KeyField } from '@/components/fields/key-field'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { NotLoaded } from '@/components/ui/lazily'
import { seenFrom } from '@/lib/products/context'
import { layout, tabs } from '@/lib/products/layout'
import { isFollower } from '@/lib/products/links'
import { holds } from '@/lib/schema/condition'
import type { Apart } from '@/lib/schema/follow-links'
import type { KnownKey } from '@/lib/schema/keys'
import type { Group } from '@/lib/schema/layout'
import type { Settings } from '@/lib/schema/settings'
import { AbsentPayloads } from './absent-payloads'
import { ElsewhereMatches } from './elsewhere-matches'
import type { FormFilter } from './form-filter'
import { GroupPanel, panelId } from './group-panel'
import { OtherKeys } from './other-keys'
import { outlineOf } from './outline'
import { ProfileFields } from './profile-fields'
import type { BodyState } from './use-editor-view'
import { useFound } from './use-found'

type EditorFormProps = {
  tab: string
  filter: FormFilter
  place: BodyState['place']
  onShowTab: (tab: string) => void
  onClear: () => void
}

/** The fields of one tab. Only the open tab is mounted; a filter searches its labels, key names and descriptions. */
export function EditorForm({ tab, filter, place, onShowTab, onClear }: EditorFormProps) {
  const { profile } = useOpenProfile()
  const { found, failed } = useFound(filter.query)
  const outline = useProfile(outlineOf)
  const { groups, settings } = useMemo(() => {
    void outline
    const all = layout(profile, {
      tab,
      configuredOnly: filter.configuredOnly,
      ...(found && { among: found.keys }),
    })
    return {
      settings: profile.settings,
      groups: withoutFollowers(all, showsSeveral(tab), profile.settings, profile.apart),
    }
  }, [outline, profile, tab, filter, found])
  const plain = filter.query === '' && !filter.configuredOnly
  return (
    <div className="space-y-6">
      {plain && <AbsentPayloads tab={tab} />}
      {tabs.some(({ id, profileKeys }) => id === tab && profileKeys) && (
        <ProfileFields filter={filter} found={found} />
      )}
      {failed && <NotLoaded />}
      {groups.map((group) => (
        <KeyGroup key={group.id} group={group} settings={settings} />
      ))}
      {groups.length === 0 && (
        <div className="rounded-xl border border-dashed border-line px-6 py-10 text-center text-ink-2">
          <p>
            {filter.query
              ? `No key of this tab matches “${filter.query}”.`
              : 'Nothing is configured on this tab.'}
          </p>
          {!plain && (
            <Button className="mt-3" onClick={onClear}>
              Show all keys
            </Button>
          )}
        </div>
      )}
      {found && <ElsewhereMatches found={found} tab={tab} onShowTab={onShowTab} />}
      {plain && <OtherKeys tab={tab} place={place} />}
    </div>
  )
}

/** Whether a tab shows linked keys beside each other, so that the first of them stands for all. */
function showsSeveral(tab: string): boolean {
  return tabs.some(({ id, linksTogether }) => id === tab && linksTogether)
}

/** A key that has to say the same as another is never a field of its own; a linked one is not beside the first of its link. */
function withoutFollowers(groups: Group[], together: boolean, ...state: [Settings, Apart]): Group[] {
  const present = state[0].size
  return groups
    .map((group) => ({
      ...group,
      fields: group.fields.filter(
        (key) =>
          !((together || key.manifest.sameContentAs !== undefined) && isFollower(key, ...state)) &&
          (!together || present === 0 || state[0].has(key.domain)),
      ),
    }))
    .filter((group) => group.fields.length > 0)
}

function KeyGroup({ group, settings }: { group: Group; settings: Settings }) {
  return (
    <GroupPanel id={panelId(group.id)} title={group.title} note={group.description}>
      {group.fields.map((key) => (
        <KeyField
          key={key.id}
          name={key.name}
          definition={key.definition}
          domain={key.domain}
          path={key.path}
          required={isRequired(key, settings)}
        />
      ))}
    </GroupPanel>
  )
}

function isRequired({ definition, domain }: KnownKey, settings: Settings): boolean {
  return definition.required !== undefined && holds(definition.required, seenFrom(settings, domain))
}
