import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { reserveAttempt, settleAttempt } from '@/lib/library/attempts'
import { LibraryError } from '@/lib/library/errors'
import { makeFolder } from '@/lib/library/folder'
import { type Library, openLibrary } from '@/lib/library/open'
import type { AttemptLedger } from '@/lib/testers/attempt-ledger'
import { CliError } from '../cli-error'
import { reasonOf } from '../files/fs-errors'
import type { Io } from '../terminal/io'

/** Whoever runs the command is the one user of its ledger. */
const person = 'owner'

/** How long another run may hold the folder: each does so for one transaction. */
const patience = { tries: 50, milliseconds: 100 }

/**
 * The ledger of the command line, kept over runs in a folder of its own, since a server keeps its own to itself. The
 * folder is held for a transaction at a time, so that runs beside each other count together. Without the folder no
 * password is sent: throws CliError.
 */
export async function fileLedger(io: Io): Promise<AttemptLedger> {
  const folder = ledgerFolder(io)
  // Before a password is asked for.
  await within(folder, async () => undefined)
  return {
    reserve: (attempt) =>
      within(folder, (library) => reserveAttempt(library, { ...attempt, person }, Date.now())),
    settle: (id, outcome) => within(folder, (library) => settleAttempt(library, id, outcome)),
  }
}

function ledgerFolder({ env, cwd }: Io): string {
  if (env.LATCHKEY_DATA) {
    return join(resolve(cwd, env.LATCHKEY_DATA), 'command-line')
  }
  // https://specifications.freedesktop.org/basedir-spec/latest/
  return join(env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state'), 'latchkey')
}

async function within<T>(folder: string, work: (library: Library) => Promise<T>): Promise<T> {
  const library = await open(folder)
  try {
    return await work(library)
  } finally {
    await library.close()
  }
}

async function open(folder: string, tries = patience.tries): Promise<Library> {
  try {
    await makeFolder(folder)
    return await openLibrary(folder, undefined)
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'locked' && tries > 1) {
      await pause(patience.milliseconds)
      return open(folder, tries - 1)
    }
    const reason = error instanceof LibraryError ? error.message : `It ${reasonOf(error)}.`
    throw new CliError(
      `Attempts cannot be counted in ${folder}, so no password is sent. ${reason} Set LATCHKEY_DATA to a folder that can be written.`,
      { cause: error },
    )
  }
}
