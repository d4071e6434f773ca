import { ProfileStore } from '@/components/open-profile/profile-store'
import { notify } from '@/components/ui/toast'
import type { Edit } from '@/lib/api/issue'
import { toProfile } from '@/lib/profile/edit'
import type { ProfileError } from '@/lib/profile/errors'
import { openProfile } from '@/lib/profile/open-profile'

type StoreSource = {
  /** The profile as the server has it. */
  readonly bytes: Uint8Array
  /** Tells the domain of a bare property list. */
  readonly fileName: string
  /** Name of the configuration. */
  readonly name: string
  /** The unsaved changes of an earlier visit. */
  readonly draft?: string | undefined
}

/** Opens a configuration that was read. Throws what openProfile throws, and PlistError for what XML cannot hold. */
export async function openStore({ bytes, fileName, name, draft }: StoreSource): Promise<ProfileStore> {
  let closeLast = () => {}
  const store = new ProfileStore(await openProfile(bytes, fileName), {
    draft,
    // Each key press is refused anew; the last one has the whole text.
    onRefused: (error, edits) => {
      closeLast()
      closeLast = explainRefusal(error, edits, store, name)
    },
  })
  return store
}

/** A bare property list holds one domain; a key of another one needs a profile around it. The result closes the notice. */
function explainRefusal(
  error: ProfileError,
  edits: readonly Edit[],
  store: ProfileStore,
  name: string,
): () => void {
  const [place] = store.places
  if (error.code === 'bare-one-domain' && place) {
    const run = () => {
      store.replaceRoot(toProfile(store.root, place.domain, { name }))
      store.apply(edits)
    }
    return notify(error.message, { tone: 'error', action: { label: 'Convert', run } })
  }
  return notify(error.message, { tone: 'error' })
}
