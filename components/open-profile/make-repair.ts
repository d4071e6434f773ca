import type { Edit, Repair } from '@/lib/api/issue'
import { equal } from '@/lib/plist/tree'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { notifyUndo } from './notify-undo'
import type { ProfileStore } from './profile-store'

/**
 * Makes a repair and says so, with an undo. One that the profile has no room for is not called done: the store says why
 * it is refused. True: it was made.
 */
export function makeRepair(profile: ProfileStore, repair: Repair): boolean {
  const before = profile.root
  profile.apply(repair.edits)
  const made = profile.refusal === null && profile.root !== before
  if (made) {
    notifyUndo(profile, `${repair.title}: done.`)
  }
  return made
}

/** Whether the profile holds everything that a repair would write. */
export function isMade(profile: ProfileStore, { edits }: Repair): boolean {
  return edits.length > 0 && edits.every((edit) => holds(profile, edit))
}

function holds(profile: ProfileStore, { domain, path, value }: Edit): boolean {
  const now = profile.valueOf(domain ?? PROFILE, path)
  return value === null ? now === undefined : now !== undefined && equal(now, value)
}
