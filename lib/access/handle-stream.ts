import type { z } from 'zod'
import type { Problem } from '@/lib/library/api'
import { handle } from './handle'
import { problemFor } from './problem'

/** What a streaming handler gets: the body as its schema left it, the headers, and a signal for the client going away. */
export type StreamCall<Body> = {
  readonly body: Body
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
 * unexpected ones. When the client goes away the signal is aborted and the iteration is ended.
 */
export function handleStream<Body, Item>(
  schema: z.ZodType<Body>,
  run: (call: StreamCall<Body>) => Promise<StreamAnswer<Item>>,
  problemItem: (problem: Problem) => Item,
): RouteHandler {
  return async (request, context) => {
    const gone = new AbortController()
    const signal = AbortSignal.any([request.signal, gone.signal])
    const answer = handle<null, Body>({ body: schema }, async ({ body, headers }) => {
      const { items, headers: further = [] } = await run({ body, headers, signal })
      const iterator = items[Symbol.asyncIterator]()
      const first = await iterator.next()
      const lines = streamOf(first, iterator, problemItem, gone)
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
  iterator: AsyncIterator<Item>,
  problemItem: (problem: Problem) => Item,
  gone: AbortController,
): ReadableStream<Uint8Array> {
  let next: IteratorResult<Item> | undefined = first
  return new ReadableStream({
    async pull(stream) {
      try {
        const { done, value } = next ?? (await iterator.next())
        next = undefined
        if (done === true) {
          stream.close()
          return
        }
        stream.enqueue(line(value))
      } catch (error) {
        if (!gone.signal.aborted) {
          stream.enqueue(line(problemItem((await problemFor(error).json()) as Problem)))
          stream.close()
        }
      }
    },
    async cancel() {
      gone.abort()
      await iterator.return?.()
    },
  })
}

function line(item: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(item)}\n`)
}
