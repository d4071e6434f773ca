import { lookup } from 'node:dns/promises'

/**
 * Finds the IPv4 and IPv6 addresses of a name, in the order to try them. Rejects or gives none when there is none.
 * `signal` tells that nobody waits any more.
 */
export type Resolver = (name: string, signal?: AbortSignal) => Promise<readonly string[]>

/**
 * The resolver of the operating system: the hosts file, search domains and the operator's name servers count. It works
 * on Node's four threads and cannot be stopped; with two names at once, name servers that never answer leave threads
 * for reading files.
 */
export const systemResolver: Resolver = atMost(2, async (name) =>
  (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address),
)

/** A resolver that looks up `count` names at once; the others wait their turn, or leave the queue with their signal. */
export function atMost(count: number, resolver: Resolver): Resolver {
  const waiting: (() => void)[] = []
  let running = 0

  function turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(start), 1)
        reject(signal?.reason)
      }
      const start = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      waiting.push(start)
      signal?.addEventListener('abort', leave)
    })
  }

  return async (name, signal) => {
    signal?.throwIfAborted()
    if (running >= count) {
      await turn(signal)
    } else {
      running++
    }
    try {
      return await resolver(name, signal)
    } finally {
      const next = waiting.shift()
      if (next) {
        next()
      } else {
        running--
      }
    }
  }
}

/**
 * A resolver that looks each name up once and keeps the answer as long as it lives: what was vetted is what is
 * connected to, however often the name's answer changes. A failure is not kept.
 */
export function pinned(resolver: Resolver, signal?: AbortSignal): Resolver {
  const answers = new Map<string, Promise<readonly string[]>>()
  return (name) => {
    const known = answers.get(name)
    if (known) {
      return known
    }
    const answer = resolver(name, signal)
    answers.set(name, answer)
    answer.catch(() => answers.delete(name))
    return answer
  }
}
