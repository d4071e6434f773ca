import { writeDocument } from '@/lib/plist/document'
import { renameProfile, withNewIdentity } from '@/lib/profile/identity'
import { openProfile } from '@/lib/profile/open-profile'

/**
 * A profile as one of its own: same settings, new identifiers and UUIDs, "copy" in its name. `fileName` tells the domain of a
 * bare property list. Throws PlistError or ProfileError for what is no profile.
 */
export async function copyOf(
  bytes: Uint8Array,
  fileName: string,
  name: string,
): Promise<{ readonly name: string; readonly content: Uint8Array }> {
  const { document, root } = await openProfile(bytes, fileName)
  const copy = `${name.slice(0, 115)} copy`
  return { name: copy, content: writeDocument(document, renameProfile(withNewIdentity(root), copy)) }
}
