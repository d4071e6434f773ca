import { editableText } from '@/components/open-profile/profile-file'
import { ProfileStore } from '@/components/open-profile/profile-store'
import { notify } from '@/components/ui/toast'
import type { Edit } from '@/lib/api/issue'
import type { PlistDocument } from '@/lib/plist/xml/document'
import { toProfile } from '@/lib/profile/edit'
import type { ProfileError } from '@/lib/profile/errors'

type StoreSource = { document: PlistDocument; draft: string | null; fileName: string; name: string }

/** The store of a configuration that was read, with the unsaved changes of an earlier visit. */
export function openStore({ document, draft, fileName, name }: StoreSource): ProfileStore {
  let closeLast = () => {}
  const store = new ProfileStore(document.format === 'xml' ? document.source : editableText(document), {
    ...(draft === null ? {} : { draft }),
    fileName,
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
