'use client'
import { KeyField } from '@/components/fields/key-field'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { seenFrom } from '@/lib/products/context'
import { tabs } from '@/lib/products/layout'
import { isFollower, partnersOf } from '@/lib/products/links'
import { holds } from '@/lib/schema/condition'
import type { Apart } from '@/lib/schema/follow-links'
import type { KnownKey } from '@/lib/schema/keys'
import { type Group, isAlike } from '@/lib/schema/layout'
import type { Settings } from '@/lib/schema/settings'
import { GroupPanel, panelId } from './group-panel'

type KeyGroupProps = {
  /** Stable and unique within the page. */
  id: string
  group: Group
  settings: Settings
  /** All groups of the page, in which a title may come twice. */
  among: readonly Group[]
  level?: 2 | 3
}

/** The fields of one group. */
export function KeyGroup({ id, group, settings, among, level }: KeyGroupProps) {
  const { profile } = useOpenProfile()
  return (
    <GroupPanel id={panelId(id)} title={group.title} note={group.description} level={level}>
      {group.fields.map((key) => (
        <KeyField
          key={key.id}
          name={key.name}
          definition={key.definition}
          domain={key.domain}
          path={key.path}
          required={isNeeded(key, settings, profile.apart)}
          where={isAlike(key, among) ? key.manifest.title : undefined}
        />
      ))}
    </GroupPanel>
  )
}

/** Whether something needs the key, or one that its field writes as well. */
function isNeeded(key: KnownKey, settings: Settings, apart: Apart): boolean {
  const written = partnersOf(key, settings, apart).filter(({ follows }) => follows)
  return [key, ...written.map((partner) => partner.key)].some((each) => isRequired(each, settings))
}

function isRequired({ definition, domain }: KnownKey, settings: Settings): boolean {
  return definition.required !== undefined && holds(definition.required, seenFrom(settings, domain))
}

/** Whether a tab shows linked keys beside each other, so that the first of them stands for all. */
function showsSeveral(tab: string): boolean {
  return tabs.some(({ id, linksTogether }) => id === tab && linksTogether)
}

/**
 * The groups of a tab as they are shown: a key that has to say the same as another is never a field of its own; a linked
 * one is not beside the first of its link.
 */
export function withoutFollowers(
  groups: readonly Group[],
  tab: string,
  { settings, apart }: { readonly settings: Settings; readonly apart: Apart },
  also?: KnownKey,
): Group[] {
  const together = showsSeveral(tab)
  return groups
    .map((group) => ({
      ...group,
      fields: group.fields.filter(
        (key) =>
          key === also ||
          (!((together || key.manifest.sameContentAs !== undefined) && isFollower(key, settings, apart)) &&
            (!together || settings.size === 0 || settings.has(key.domain))),
      ),
    }))
    .filter((group) => group.fields.length > 0)
}
