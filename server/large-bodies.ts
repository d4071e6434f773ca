import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from '@/lib/access/guard'

/** A body of more bytes than this is large, and so is one that does not say how long it is. */
const large = 256 * 1024

/** The answer to a large body while too many others wait; a client may send it again. */
export const tooManyBodies: Refusal = {
  status: 503,
  code: 'busy',
  message: 'This server is taking in as many large files as it can at once. Try again in a moment.',
}

/**
 * Lets `atOnce` requests with a large body through at a time, so that memory stays bounded; up to `waiting` others
 * stand in line, unread. `enter` gives false when the line is full. A place is free again once the answer is out or
 * the client is gone.
 */
export function largeBodies(atOnce: number, waiting: number) {
  let inside = 0
  const line: (() => void)[] = []
  const leave = () => {
    const next = line.shift()
    if (next === undefined) {
      inside -= 1
    } else {
      next()
    }
  }
  return async function enter(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (!isLarge(request)) {
      return true
    }
    if (inside >= atOnce && line.length >= waiting) {
      return false
    }
    if (inside < atOnce) {
      inside += 1
    } else {
      await turn(line, response)
    }
    if (response.closed) {
      leave()
      return false
    }
    response.once('close', leave)
    return true
  }
}

/** Waits for a place, which is handed over; whoever hangs up takes theirs to `enter`, which gives it back. */
function turn(line: (() => void)[], response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const gone = () => {
      line.splice(line.indexOf(mine), 1)
    }
    const mine = () => {
      response.off('close', gone)
      resolve()
    }
    response.once('close', gone)
    line.push(mine)
  })
}

function isLarge({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > large
}
