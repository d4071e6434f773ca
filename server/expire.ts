import { deleteExpired } from '@/lib/library/deleted'
import { library } from '@/lib/library/library'

const DAY_MS = 86_400_000

/** Removes what was deleted more than 30 days ago, now and once a day for as long as the process serves. */
export function expireDeleted(): void {
  const expire = async () => {
    try {
      await deleteExpired(await library())
    } catch (error) {
      // Nothing is lost: the next day tries again.
      console.error('What was deleted more than 30 days ago could not be removed:', error)
    }
  }
  void expire()
  setInterval(() => void expire(), DAY_MS).unref()
}
