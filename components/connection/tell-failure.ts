import { RequestFailed } from '@/components/library/requests'
import { notify } from '@/components/ui/toast'
import { connection } from './connection'

/**
 * Says what went wrong, between `before` and `after`. What failed for want of an answer is said until the server answers again; then
 * that it can be tried again.
 */
export function tellFailure(error: unknown, before = '', after = ''): void {
  const say = (what: string, tone: 'plain' | 'error') => notify(`${before}${what}${after}`, { tone })
  const close = say(error instanceof Error ? error.message : String(error), 'error')
  if (error instanceof RequestFailed && error.status === 0 && error.problem === null) {
    untilAnswered(() => {
      close()
      say('Latchkey did not answer; try again.', 'plain')
    })
  }
}

/** Calls `end` once, when the server answers again, or at once when it does: one request alone may have been lost. */
export function untilAnswered(end: () => void): void {
  const finish = () => {
    stop()
    end()
  }
  const stop = connection.subscribe(() => connection.away || finish())
  if (!connection.away) {
    void connection.check().then((there) => there && finish())
  }
}
