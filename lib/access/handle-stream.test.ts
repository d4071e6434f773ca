import { afterEach, expect, test } from 'vitest'
import * as z from 'zod'
import { slot } from '../process/slot'
import { handleStream } from './handle-stream'
import { admit } from './pass'
import { RequestError } from './problem'
import { beginStop } from './stopping'

const schema = z.strictObject({ count: z.int() })
const context = { params: Promise.resolve({}) }
const problemItem = ({ code }: { code: string }) => ({ problem: code })

afterEach(() => {
  slot('stopping').value = undefined
})

function request(body: unknown, admitted = true): Request {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (admitted) {
    admit(headers)
  }
  return new Request('http://127.0.0.1/api/x', { method: 'POST', headers, body: JSON.stringify(body) })
}

async function* counting(count: number) {
  for (let index = 1; index <= count; index++) {
    yield { index }
  }
}

test('items arrive as lines of JSON', async () => {
  const post = handleStream<{ count: number }, object>(
    schema,
    async ({ body }) => ({ items: counting(body.count) }),
    problemItem,
  )
  const answer = await post(request({ count: 2 }), context)
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
  expect(await answer.text()).toBe('{"index":1}\n{"index":2}\n')
})

test('further headers go out with the stream', async () => {
  const headers = [
    ['Set-Cookie', 'a=b'],
    ['Set-Cookie', 'c=d'],
  ] as const
  const post = handleStream<{ count: number }, object>(
    schema,
    async () => ({ items: counting(1), headers }),
    problemItem,
  )
  expect((await post(request({ count: 1 }), context)).headers.getSetCookie()).toEqual(['a=b', 'c=d'])
})

test('requests past the gate, wrong bodies and early errors get their status', async () => {
  const refuse = async () => {
    throw new RequestError(404, 'not-found', 'Nothing here.')
  }
  const post = handleStream<{ count: number }, object>(schema, refuse, problemItem)
  expect((await post(request({ count: 1 }, false), context)).status).toBe(403)
  expect((await post(request({ count: 'many' }), context)).status).toBe(400)
  expect((await post(request({ count: 1 }), context)).status).toBe(404)
  const late = handleStream<{ count: number }, object>(
    schema,
    async () => ({
      // biome-ignore lint/correctness/useYield: it fails before its first item.
      items: (async function* (): AsyncGenerator<object> {
        await refuse()
      })(),
    }),
    problemItem,
  )
  expect((await late(request({ count: 1 }), context)).status).toBe(404)
})

test('an error in the middle is the last line', async () => {
  async function* failing() {
    yield { index: 1 }
    throw new RequestError(409, 'conflict', 'Somebody else is faster.')
  }
  const post = handleStream<{ count: number }, object>(
    schema,
    async () => ({ items: failing() }),
    problemItem,
  )
  const answer = await post(request({ count: 1 }), context)
  expect(await answer.text()).toBe('{"index":1}\n{"problem":"conflict"}\n')
})

test('a client that goes away ends what runs for it', async () => {
  let aborted = false
  let ended = false
  const post = handleStream<{ count: number }, object>(
    schema,
    async ({ signal }) => {
      signal.addEventListener('abort', () => {
        aborted = true
      })
      return {
        items: (async function* () {
          try {
            yield { index: 1 }
            yield { index: 2 }
          } finally {
            ended = true
          }
        })(),
      }
    },
    problemItem,
  )
  const reader = (await post(request({ count: 1 }), context)).body?.getReader()
  await reader?.read()
  await reader?.cancel()
  expect([aborted, ended]).toEqual([true, true])
})

test('a stop of the server ends the stream with what was read and why, whether the work listens or not', async () => {
  let signalled = false
  const post = handleStream<{ count: number }, object>(
    schema,
    async ({ signal }) => {
      signal.addEventListener('abort', () => {
        signalled = true
      })
      return {
        items: (async function* () {
          yield { index: 1 }
          await new Promise(() => undefined)
        })(),
      }
    },
    problemItem,
  )
  const reader = (await post(request({ count: 1 }), context)).body?.getReader()
  const texts: string[] = []
  const next = async () => {
    const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
    texts.push(done ? 'end' : new TextDecoder().decode(value))
  }
  await next()
  const pending = next()
  beginStop()
  await pending
  await next()
  expect(texts).toEqual(['{"index":1}\n', '{"problem":"stopping"}\n', 'end'])
  expect(signalled).toBe(true)
  expect((await post(request({ count: 1 }), context)).status).toBe(503)
})
