import { lookup } from 'node:dns/promises'

/** Finds the IPv4 and IPv6 addresses of a name, in the order to try them. Rejects or gives none when there is none. */
export type Resolver = (name: string) => Promise<readonly string[]>

/** The lookup of the operating system runs on Node's four threads and cannot be stopped; half stay free for files. */
const atOnce = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * The resolver of the operating system: the hosts file, search domains and the operator's name servers count. At most
 * two names are looked up at once, so that name servers which never answer do not stop the server from reading files.
 */
export const systemResolver: Resolver = async (name) => {
  if (running >= atOnce) {
    await new Promise<void>((start) => waiting.push(start))
  } else {
    running++
  }
  try {
    return (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address)
  } finally {
    const next = waiting.shift()
    if (next) {
      next()
    } else {
      running--
    }
  }
}

/**
 * A resolver that looks each name up once and keeps the answer as long as it lives: what was vetted is what is
 * connected to, however often the name's answer changes. A failure is not kept.
 */
export function pinned(resolver: Resolver): Resolver {
  const answers = new Map<string, Promise<readonly string[]>>()
  return (name) => {
    const known = answers.get(name)
    if (known) {
      return known
    }
    const answer = resolver(name)
    answers.set(name, answer)
    answer.catch(() => answers.delete(name))
    return answer
  }
}
