import { notify } from '@/components/ui/toast'
import type { ProfileStore } from './profile-store'

/** Says what was just done to the profile and offers to undo it, for as long as nothing else was done. */
export function notifyUndo(profile: ProfileStore, text: string): void {
  const done = profile.snapshot
  const close = notify(text, { action: { label: 'Undo', run: () => profile.undo() } })
  const stop = profile.subscribe(() => {
    if (profile.snapshot !== done) {
      stop()
      close()
    }
  })
}
