import { reserveAttempt, settleAttempt } from '@/lib/library/attempts'
import { library } from '@/lib/library/library'
import type { AttemptLedger } from './attempt-ledger'

/** Whoever comes through the gate is the one user of this server. */
const person = 'owner'

/** The ledger of this server, kept in its library. */
export async function serverLedger(): Promise<AttemptLedger> {
  const open = await library()
  return {
    reserve: (attempt) => reserveAttempt(open, { ...attempt, person }, Date.now()),
    settle: (id, outcome) => settleAttempt(open, id, outcome),
  }
}
