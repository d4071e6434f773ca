'use client'
import { KeyField } from '@/components/fields/key-field'
import { useProfile } from '@/components/open-profile/open-profile'
import type { PlistValue } from '@/lib/plist/value'
import { PROFILE, profileKeys } from '@/lib/products/apple/profile-keys'
import { isProfile } from '@/lib/profile/payloads/shapes'
import type { KeyDefinition } from '@/lib/schema/manifest'
import type { FormFilter } from './form-filter'
import { GroupPanel, panelId } from './group-panel'
import type { Found } from './use-found'

type ProfileFieldsProps = { filter?: FormFilter; found?: Found | null; level?: 2 | 3 }

/** Names of the keys of the profile itself that a filter leaves. */
export function profileKeysFor(
  root: PlistValue,
  filter: FormFilter | undefined,
  found: Found | null | undefined,
): string[] {
  const configured = root.type === 'dict' ? root.entries.map(({ key }) => key) : []
  return isProfile(root)
    ? Object.keys(profileKeys).filter(
        (name) =>
          (!filter?.configuredOnly || configured.includes(name)) && found?.profileKeys.has(name) !== false,
      )
    : []
}

/** The keys of the profile around the payloads: what the macOS app asks for when it saves. */
export function ProfileFields({ filter, found, level }: ProfileFieldsProps) {
  const names = useProfile(({ root }) => profileKeysFor(root, filter, found).join(' '))
  if (names === '') {
    return null
  }
  return (
    <GroupPanel
      id={panelId('profile')}
      title="Profile"
      level={level}
      note="How the profile presents itself to macOS and to the MDM."
    >
      {names.split(' ').map((name) => (
        <KeyField
          key={name}
          name={name}
          definition={definitions[name] as KeyDefinition}
          domain={PROFILE}
          path={paths[name] ?? [name]}
        />
      ))}
    </GroupPanel>
  )
}

const definitions: Readonly<Record<string, KeyDefinition>> = profileKeys

/** One array per key, so that a field that did not change is not rendered again. */
const paths: { readonly [name: string]: readonly string[] } = Object.fromEntries(
  Object.keys(profileKeys).map((name) => [name, [name]]),
)
