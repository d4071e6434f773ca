import type { Egress } from '../../egress/egress'
import { EgressError } from '../../egress/errors'
import { fetchKeys, type KeySetFailure, type PublishedKeys } from '../discovery/key-set'

/** The provider's keys for one test: fetched once, and once more when a token names a key that is not among them. */
export type KeySource = {
  readonly current: () => Promise<PublishedKeys | KeySetFailure>
  /** The set asked for anew; the second and later calls give what the first one got. */
  readonly again: () => Promise<PublishedKeys | KeySetFailure>
}

/** Starts to fetch the keys at once: they arrive beside the token, and leave their connection for user information. */
export function keySource(egress: Egress, url: string): KeySource {
  const first = ask(egress, url)
  // Awaited when a token is there; a test that ends before must not end the process.
  first.catch(() => undefined)
  let second: ReturnType<typeof ask> | undefined
  return {
    current: () => second ?? first,
    again: () => {
      second ??= ask(egress, url)
      return second
    },
  }
}

async function ask(egress: Egress, url: string): Promise<PublishedKeys | KeySetFailure> {
  try {
    return await fetchKeys(egress, url)
  } catch (error) {
    if (error instanceof EgressError) {
      return { failure: error.message }
    }
    throw error
  }
}
