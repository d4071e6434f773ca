'use client'
import { KeyField } from '@/components/fields/key-field'
import { useProfile } from '@/components/open-profile/open-profile'
import { PROFILE, profileKeys } from '@/lib/products/apple/profile-keys'
import { isProfile } from '@/lib/profile/payloads/shapes'
import type { KeyDefinition } from '@/lib/schema/manifest'
import type { FormFilter } from './form-filter'
import { GroupPanel, panelId } from './group-panel'
import type { Found } from './use-found'

/** The keys of the profile around the payloads: what the macOS app asks for when it saves. */
export function ProfileFields({ filter, found }: { filter: FormFilter; found: Found | null }) {
  const present = useProfile(({ root }) => isProfile(root))
  const configured = useProfile(({ root }) =>
    root.type === 'dict' ? root.entries.map(({ key }) => key).join() : '',
  )
  const shown = Object.entries<KeyDefinition>(profileKeys).filter(
    ([name]) =>
      (!filter.configuredOnly || configured.split(',').includes(name)) &&
      found?.profileKeys.has(name) !== false,
  )
  if (!present || shown.length === 0) {
    return null
  }
  return (
    <GroupPanel
      id={panelId('profile')}
      title="Profile"
      note="How the profile presents itself to macOS and to the MDM."
    >
      {shown.map(([name, definition]) => (
        <KeyField
          key={name}
          name={name}
          definition={definition}
          domain={PROFILE}
          path={paths[name] ?? [name]}
        />
      ))}
    </GroupPanel>
  )
}

/** One array per key, so that a field that did not change is not rendered again. */
const paths: { readonly [name: string]: readonly string[] } = Object.fromEntries(
  Object.keys(profileKeys).map((name) => [name, [name]]),
)
