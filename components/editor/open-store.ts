import { editableText } from '@/components/open-profile/profile-file'
import { ProfileStore } from '@/components/open-profile/profile-store'
import { notify } from '@/components/ui/toast'
import type { PlistDocument } from '@/lib/plist/document'
import { toProfile } from '@/lib/profile/edit'
import type { ProfileError } from '@/lib/profile/errors'

type StoreSource = { document: PlistDocument; draft: string | null; fileName: string; name: string }

/** The store of a configuration that was read, with the unsaved changes of an earlier visit. */
export function openStore({ document, draft, fileName, name }: StoreSource): ProfileStore {
  const store = new ProfileStore(editableText(document), {
    ...(draft === null ? {} : { draft }),
    fileName,
    onRefused: (error) => explainRefusal(error, store, name),
  })
  return store
}

/** A bare property list holds one domain; a key of another one needs a profile around it. */
function explainRefusal(error: ProfileError, store: ProfileStore, name: string): void {
  const [place] = store.places
  if (error.code === 'bare-one-domain' && place) {
    const run = () => store.replaceRoot(toProfile(store.root, place.domain, { name }))
    notify(error.message, { tone: 'error', action: { label: 'Convert', run } })
  } else {
    notify(error.message, { tone: 'error' })
  }
}
