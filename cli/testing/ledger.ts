import { attemptFolder } from '@/lib/library/attempt-folder'
import { openAttempts, reserveAttempt, settleAttempt } from '@/lib/library/attempts'
import type { AttemptLedger } from '@/lib/testers/attempt-ledger'
import { CliError } from '../cli-error'
import { reasonOf } from '../files/fs-errors'
import type { Io } from '../terminal/io'

/** Whoever runs the command is the one user of its ledger. */
const person = 'owner'

/**
 * The ledger of the person who runs the command, kept over runs and shared with a server of theirs. Without it no
 * password is sent: throws CliError.
 */
export async function fileLedger({ env, cwd }: Io): Promise<AttemptLedger> {
  const file = await open(attemptFolder(env, cwd))
  return {
    reserve: async (attempt) => reserveAttempt(file, { ...attempt, person }, Date.now()),
    settle: async (id, outcome) => settleAttempt(file, id, outcome),
  }
}

async function open(folder: string) {
  try {
    return await openAttempts(folder)
  } catch (error) {
    throw new CliError(
      `Attempts cannot be counted in ${folder}, so no password is sent. It ${reasonOf(error)}. Set LATCHKEY_ATTEMPTS to a folder that can be written.`,
      { cause: error },
    )
  }
}
