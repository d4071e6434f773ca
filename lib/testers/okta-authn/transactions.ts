import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { slot } from '../../process/slot'
import type { OktaSignIn } from './sign-in'

/** How long a sign-in waits for its next answer, in milliseconds. */
export const idleTime = 5 * 60 * 1000
const mostAtOnce = 20
/** Stopping the server waits no longer for the cancellations, in milliseconds. */
const stopTime = 5_000

type Entry = { readonly value: OktaSignIn; readonly owner: Buffer; timer?: NodeJS.Timeout }

const entries = (): Map<string, Entry> => slot<Map<string, Entry>>('okta-sign-ins').orMake(() => new Map())

/** A name that cannot be guessed: for transactions, and for the cookie of the browser they belong to. */
export function unguessable(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Keeps a sign-in that `owner`, the cookie of a browser, began. Gives its handle; null when too many are open. It ends
 * by itself after a time without an answer.
 */
export function keepSignIn(owner: string, value: OktaSignIn): string | null {
  if (entries().size >= mostAtOnce) {
    return null
  }
  const handle = unguessable()
  entries().set(handle, { value, owner: digest(owner) })
  expireIn(handle, idleTime)
  return handle
}

/** The sign-in behind a handle; null when it is over or belongs to another browser. */
export function find(handle: string, owner: string): OktaSignIn | null {
  const entry = entries().get(handle)
  return entry !== undefined && timingSafeEqual(entry.owner, digest(owner)) ? entry.value : null
}

/** Ends a sign-in after `time` milliseconds unless it is called again before. */
export function expireIn(handle: string, time: number): void {
  const entry = entries().get(handle)
  if (entry !== undefined) {
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => void close(handle), time)
    entry.timer.unref()
  }
}

/** Forgets a sign-in and ends it at the provider. */
export async function close(handle: string): Promise<void> {
  const entry = entries().get(handle)
  entries().delete(handle)
  clearTimeout(entry?.timer)
  await entry?.value.end().catch(() => undefined)
}

/** Ends every sign-in, for a server that stops. Takes a few seconds at most. */
export async function closeAll(): Promise<void> {
  const all = [...entries().keys()].map(close)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, stopTime)
  })
  await Promise.race([Promise.all(all), late])
  clearTimeout(timer)
}

/** How many are open. */
export function openCount(): number {
  return entries().size
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
