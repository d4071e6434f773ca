import type { ProfileStore } from '@/components/open-profile/profile-store'
import { notify } from '@/components/ui/toast'
import type { PlistValue } from '@/lib/plist/value'
import type { Met } from './stale-merge'
import type { Saving } from './use-saving'

/** A version of somebody else, and its number. */
type Newer = Pick<Met, 'theirs' | 'version'>

/** Goes on from somebody else's version as it is. */
export function takeTheirs(saving: Saving, profile: ProfileStore, met: Newer): void {
  goOnFrom(saving, profile, met)
  handBack(saving, '')
}

/** Goes on from their version with `root` in it, and saves that. */
export function takeTogether(saving: Saving, profile: ProfileStore, met: Met, root: PlistValue): void {
  goOnFrom(saving, profile, met)
  profile.replaceRoot(root)
  if (profile.dirty) {
    saving.saveFrom({ from: met.version, why: saving.note })
  } else {
    handBack(saving, `Version ${met.version} holds your changes too.`)
  }
}

function goOnFrom(saving: Saving, profile: ProfileStore, { theirs, version }: Newer): void {
  profile.become(theirs)
  saving.setVersion(version)
  saving.setStale(null)
}

/** A note for which there is no version of its own is handed back. */
function handBack({ note, setNote }: Saving, said: string): void {
  setNote(null)
  if (note !== null || said !== '') {
    notify(note === null ? said : `${said} Your note is not saved: “${note}”`.trim())
  }
}
