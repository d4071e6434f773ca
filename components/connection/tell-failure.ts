import { RequestFailed } from '@/components/library/requests'
import { notify } from '@/components/ui/toast'
import { connection } from './connection'

/** Closes the notices that are true until the server answers again. */
const unanswered = new Set<() => void>()

/** Says what went wrong, in `text` or in the words of the error. What failed for want of an answer is said until there is one. */
export function tellFailure(
  error: unknown,
  text = error instanceof Error ? error.message : String(error),
): void {
  if (error instanceof RequestFailed && error.status === 0 && error.problem === null) {
    tellUnanswered(text)
  } else {
    notify(text, { tone: 'error' })
  }
}

/** Says something that is true until the server answers again. */
export function tellUnanswered(text: string): void {
  const close = notify(text, { tone: 'error' })
  unanswered.add(close)
  // It may be that this one request was lost, or that the server is back before anybody has noticed.
  if (!connection.away) {
    void connection.check().then((there) => there && unanswered.has(close) && answersAgain())
  }
}

/** Says that the server answers again, in the place of what was said because it did not. */
export function answersAgain(): void {
  const failed = unanswered.size > 0
  for (const close of unanswered) {
    close()
  }
  unanswered.clear()
  notify(`Latchkey answers again.${failed ? ' Try again what it did not answer.' : ''}`)
}
