import type { Person } from '@/lib/access/person'
import { RequestError } from '@/lib/access/problem'
import { attemptMemory } from '@/lib/library/attempt-budget'
import { attemptFolder } from '@/lib/library/attempt-folder'
import {
  type AttemptFile,
  forgetAttempts,
  openAttempts,
  reserveAttempt,
  settleAttempt,
} from '@/lib/library/attempts'
import { environment } from '@/lib/process/environment'
import { slot } from '@/lib/process/slot'
import type { AttemptLedger } from '../testers/attempt-ledger'

const held = slot<Promise<AttemptFile>>('attempts')

/**
 * The ledger of a person at this server, which the command line of the same person shares. Throws RequestError when passwords cannot
 * be counted: then none is sent.
 */
export async function serverLedger({ id: person }: Person): Promise<AttemptLedger> {
  const file = await open()
  return {
    reserve: async (attempt) => {
      forgetLater(file)
      return reserveAttempt(file, { ...attempt, person }, Date.now())
    },
    settle: async (id, outcome) => settleAttempt(file, id, outcome),
  }
}

async function open(): Promise<AttemptFile> {
  const folder = attemptFolder(environment(), process.cwd())
  try {
    return await held.orMake(() => openAttempts(folder))
  } catch {
    held.value = undefined
    const message = `Attempts cannot be counted in ${folder}, so no password is sent. Whoever runs this server can set LATCHKEY_ATTEMPTS to a folder that can be written.`
    throw new RequestError(503, 'attempts-not-counted', message)
  }
}

/** Without a next attempt nothing else would delete the last ones. */
function forgetLater(file: AttemptFile): void {
  setTimeout(() => forgetAttempts(file, Date.now()), attemptMemory + 1000).unref()
}
