import { randomUUID } from 'node:crypto'
import type { Problem, StaleProblem } from '@/lib/api/problem'
import { LibraryError, type LibraryErrorCode, StaleVersionError } from '@/lib/library/errors'

/** A request that cannot be served as it is: a status, a stable code, a sentence. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The sentences of these are for whoever uses the app; those of the others are for whoever runs the server. */
const statusOf: Partial<Record<LibraryErrorCode, number>> = {
  'not-found': 404,
  'too-many-reports': 409,
  'note-changed': 409,
  stale: 412,
  damaged: 500,
  'newer-format': 500,
  'wrong-key': 500,
  'storage-full': 507,
  'storage-refused': 507,
  'storage-failed': 507,
  'storage-damaged': 500,
}

/**
 * The answer to an error. Known errors say what they are; of an unexpected one the browser gets an id, and the log,
 * through `console.error`, the rest.
 */
export function problemFor(error: unknown): Response {
  if (error instanceof StaleVersionError) {
    const { message, base, newest } = error
    return Response.json({ code: 'stale', message, base, newest } satisfies StaleProblem, { status: 412 })
  }
  const status = error instanceof LibraryError ? statusOf[error.code] : undefined
  if (error instanceof LibraryError && status !== undefined) {
    if (status >= 500) {
      // biome-ignore lint/suspicious/noConsole: standard error is the server's log.
      console.error(`${error.message} (${error.code})`)
    }
    return Response.json({ code: error.code, message: error.message } satisfies Problem, { status })
  }
  if (error instanceof RequestError) {
    return Response.json({ code: error.code, message: error.message } satisfies Problem, {
      status: error.status,
    })
  }
  return unexpected(error)
}

function unexpected(error: unknown): Response {
  const id = randomUUID()
  // biome-ignore lint/suspicious/noConsole: standard error is the server's log.
  console.error(`Error ${id}:`, error)
  const message = `Something went wrong on the server. Its log explains what, under ${id}.`
  return Response.json({ code: 'unexpected', message, id } satisfies Problem, { status: 500 })
}
