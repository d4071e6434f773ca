'use client'
import { KeyField } from '@/components/fields/key-field'
import { useProfile } from '@/components/open-profile/open-profile'
import { PROFILE, profileKeys } from '@/lib/profile/profile-keys'
import { isProfile } from '@/lib/profile/shapes'
import type { KeyDefinition } from '@/lib/schema/manifest'
import type { FormFilter } from './editor-form'

/** The keys of the profile around the payloads: what the macOS app asks for when it saves. */
export function ProfileFields({ filter }: { filter: FormFilter }) {
  const present = useProfile(({ root }) => isProfile(root))
  const configured = useProfile(({ root }) =>
    root.type === 'dict' ? root.entries.map(({ key }) => key).join() : '',
  )
  const shown = Object.entries(profileKeys).filter(
    ([name, definition]) =>
      (!filter.configuredOnly || configured.split(',').includes(name)) &&
      matches(name, definition, filter.query),
  )
  if (!present || shown.length === 0) {
    return null
  }
  return (
    <section aria-labelledby="group-profile">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-2 px-0.5">
        <h2 id="group-profile" className="text-[13px] font-semibold">
          Profile
        </h2>
        <p className="text-xs text-ink-2">How the profile presents itself to macOS and to the MDM.</p>
      </div>
      <div className="divide-y divide-line rounded-xl border border-line bg-panel">
        {shown.map(([name, definition]) => (
          <KeyField
            key={name}
            name={name}
            definition={definition}
            domain={PROFILE}
            path={paths[name] ?? [name]}
          />
        ))}
      </div>
    </section>
  )
}

/** One array per key, so that a field that did not change is not rendered again. */
const paths: { readonly [name: string]: readonly string[] } = Object.fromEntries(
  Object.keys(profileKeys).map((name) => [name, [name]]),
)

function matches(
  name: string,
  { title, description, alsoCalled = [] }: KeyDefinition,
  query: string,
): boolean {
  const text = [name, title, description, ...alsoCalled].join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
