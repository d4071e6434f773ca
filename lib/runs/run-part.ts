import { problemFor } from '@/lib/access/problem'
import { stopSignal } from '@/lib/access/stopping'
import type { Problem } from '@/lib/api/problem'
import type { TestEvent } from '@/lib/api/report'
import { brokenTest } from './tools'

/** A stretch of a run that needs nobody: up to its end, or up to what a person has to do next. */
export type RunPart = {
  readonly events: TestEvent[]
  readonly end: AbortController
  ended: boolean
  /** Why there is not even one event. */
  failure: { readonly error: unknown } | null
  readonly waiting: Set<() => void>
  readers: number
  alone?: NodeJS.Timeout
}

/** Milliseconds that a part goes on while nobody reads it: a reload takes less. */
const unread = 30_000

/**
 * Starts a part and lets it run, read or not. `make` gets the signal that ends it; what it throws is thrown on. `onEvent` is
 * told each event, `onEnd` the end. A part that nobody reads for half a minute is ended.
 */
export function startPart(
  make: (signal: AbortSignal) => AsyncIterable<TestEvent>,
  onEvent: (event: TestEvent) => void,
  onEnd: () => void,
): RunPart {
  const end = new AbortController()
  const items = make(AbortSignal.any([end.signal, stopSignal()]))
  const part: RunPart = { events: [], end, ended: false, failure: null, waiting: new Set(), readers: 0 }
  const add = (event: TestEvent) => {
    part.events.push(event)
    onEvent(event)
    wake(part)
  }
  void run(items, part, add).finally(() => {
    part.ended = true
    clearTimeout(part.alone)
    onEnd()
    wake(part)
  })
  return part
}

async function run(
  items: AsyncIterable<TestEvent>,
  part: RunPart,
  add: (event: TestEvent) => void,
): Promise<void> {
  try {
    for await (const event of items) {
      add(event)
    }
  } catch (error) {
    if (part.events.length === 0) {
      part.failure = { error }
    } else {
      add(brokenTest((await problemFor(error).json()) as Problem))
    }
  }
}

/** The events of a part from number `from` on, until it ends or `gone`: its reader has left. */
export async function* readPart(part: RunPart, gone: AbortSignal, from = 0): AsyncGenerator<TestEvent, void> {
  part.readers += 1
  clearTimeout(part.alone)
  try {
    for (let at = from; ; at += 1) {
      while (at >= part.events.length && !part.ended && !gone.aborted) {
        await change(part, gone)
      }
      const event = part.events[at]
      if (event === undefined || gone.aborted) {
        break
      }
      yield event
    }
    if (part.failure !== null) {
      throw part.failure.error
    }
  } finally {
    part.readers -= 1
    if (part.readers === 0 && !part.ended) {
      part.alone = setTimeout(() => part.end.abort(), unread)
      part.alone.unref()
    }
  }
}

function wake({ waiting }: RunPart): void {
  for (const go of [...waiting]) {
    go()
  }
}

function change({ waiting }: RunPart, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      waiting.delete(go)
      gone.removeEventListener('abort', go)
      resolve()
    }
    waiting.add(go)
    gone.addEventListener('abort', go)
  })
}
