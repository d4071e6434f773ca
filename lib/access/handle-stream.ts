import type * as z from 'zod'
import type { Problem } from '@/lib/api/problem'
import { handle } from './handle'
import type { Person } from './person'
import { problemFor } from './problem'
import { stopped, stopSignal } from './stopping'

/** What a streaming handler gets: the body as its schema left it, who is asking, the headers, and a signal for the client going away. */
export type StreamCall<Body> = {
  readonly body: Body
  readonly person: Person
  readonly headers: Headers
  /** Aborted when the client has gone; what runs for it ends then. */
  readonly signal: AbortSignal
}

export type StreamAnswer<Item> = {
  readonly items: AsyncIterable<Item>
  /** Further headers of the answer, Set-Cookie for instance; a name may come several times. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
}

type RouteHandler = ReturnType<typeof handle>

/**
 * The sibling of handle() for answers that come bit by bit: one JSON object a line (application/x-ndjson), each sent
 * as soon as it is there. What `run` throws, and what fails before the first item, is answered like any other error.
 * Later errors cannot change the status any more: `problemItem` makes the last line of them, without details of
 * unexpected ones. When the client goes away the signal is aborted and the iteration is ended; when the server is stopped,
 * the problem with the code "stopping" is the last line.
 */
export function handleStream<Body, Item>(
  schema: z.ZodType<Body>,
  run: (call: StreamCall<Body>) => Promise<StreamAnswer<Item>>,
  problemItem: (problem: Problem) => Item,
): RouteHandler {
  return async (request, context) => {
    const ended = new AbortController()
    const signal = AbortSignal.any([request.signal, ended.signal])
    const answer = handle<null, Body>({ body: schema }, async ({ body, person, headers }) => {
      const { items, headers: further = [] } = await run({ body, person, headers, signal })
      const next = untilStop(items[Symbol.asyncIterator](), ended)
      const lines = streamOf(await next(), next, problemItem, ended)
      const all = new Headers({ 'Content-Type': 'application/x-ndjson' })
      for (const [name, value] of further) {
        all.append(name, value)
      }
      return new Response(lines, { headers: all })
    })
    return answer(request, context)
  }
}

function streamOf<Item>(
  first: IteratorResult<Item>,
  nextItem: () => Promise<IteratorResult<Item>>,
  problemItem: (problem: Problem) => Item,
  ended: AbortController,
): ReadableStream<Uint8Array> {
  let next: IteratorResult<Item> | undefined = first
  let gone = false
  return new ReadableStream({
    async pull(stream) {
      try {
        const { done, value } = next ?? (await nextItem())
        next = undefined
        if (done === true) {
          stream.close()
          return
        }
        stream.enqueue(line(value))
      } catch (error) {
        if (!gone) {
          stream.enqueue(line(problemItem((await problemFor(error).json()) as Problem)))
          stream.close()
        }
      }
    },
    cancel() {
      gone = true
      ended.abort()
    },
  })
}

/**
 * Gives the items one by one. The iteration ends with `ended`, and when the server is stopped: then what is under way
 * is aborted and waited for no longer. Throws RequestError "stopping".
 */
function untilStop<Item>(
  iterator: AsyncIterator<Item>,
  ended: AbortController,
): () => Promise<IteratorResult<Item>> {
  ended.signal.addEventListener('abort', () => void iterator.return?.().catch(() => undefined), {
    once: true,
  })
  return async () => {
    const stop = stopSignal()
    let onStop = () => {}
    const stopping = new Promise<never>((_, reject) => {
      onStop = () => reject(stopped())
      stop.addEventListener('abort', onStop, { once: true })
    })
    const item = stop.aborted ? Promise.reject(stopped()) : iterator.next()
    try {
      return await Promise.race([item, stopping])
    } catch (error) {
      item.catch(() => undefined)
      ended.abort()
      throw error
    } finally {
      stop.removeEventListener('abort', onStop)
    }
  }
}

function line(item: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(item)}\n`)
}
