import type { Edit } from '@/lib/api/issue'
import type { PlistValue } from '@/lib/plist/value'
import { applyEdits } from '@/lib/profile/edit'
import { ProfileError } from '@/lib/profile/errors'

/** The tree with the edits in it, or why this profile has no room for them. */
export function triedEdits(
  root: PlistValue,
  edits: readonly Edit[],
  fileName: string,
): PlistValue | ProfileError {
  try {
    return applyEdits(root, edits, { fileName })
  } catch (error) {
    if (error instanceof ProfileError) {
      return error
    }
    throw error
  }
}
