import type { Edit } from '@/lib/api/issue'
import type { PlistValue } from '@/lib/plist/value'
import { applyEdits } from '@/lib/profile/edit'
import { ProfileError } from '@/lib/profile/errors'

/** Called when edits are not possible in a profile; nothing has been changed. */
export type OnRefused = (error: ProfileError, edits: readonly Edit[]) => void

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
