import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type DraftText, RequestFailed } from '@/components/library/requests'
import { Connection } from './connection'
import { DraftOutbox, type DraftPlace } from './draft-outbox'

const place: DraftPlace = { id: 'one', window: 'w' }
const draft = (text: string, base = 1, note: string | null = null): DraftText => ({ base, text, note })

/** A server that holds drafts, can be away, refuse, and answer late. */
class Server {
  readonly held = new Map<string, DraftText>()
  away = false
  refusal: RequestFailed | null = null
  readonly connection = new Connection(async () => !this.away)
  readonly outbox = new DraftOutbox(
    {
      save: (at, text) => this.#answer(() => this.held.set(at.id, text), this.refusal),
      discard: (at) => this.#answer(() => this.held.delete(at.id), null),
    },
    this.connection,
  )

  async #answer(act: () => void, refusal: RequestFailed | null): Promise<void> {
    if (this.away) {
      throw new RequestFailed(0, null)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (refusal) {
      throw refusal
    }
    act()
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('stores what was typed while the server was away as soon as it is back', async () => {
  const server = new Server()
  server.outbox.put(place, draft('before'))
  await vi.advanceTimersByTimeAsync(100)
  server.away = true
  server.outbox.put(place, draft('while'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect([server.held.get('one'), server.outbox.waiting, server.outbox.atRisk]).toEqual([
    draft('before'),
    true,
    true,
  ])
  server.away = false
  await vi.advanceTimersByTimeAsync(4_900)
  expect([server.held.get('one'), server.outbox.waiting, server.outbox.atRisk]).toEqual([
    draft('while'),
    false,
    false,
  ])
})

it('ends with the last text on the server, in whatever order the server goes and comes', async () => {
  const step = fc.oneof(
    fc.record({ what: fc.constant('put' as const), text: fc.string(), base: fc.nat(3) }),
    fc.record({ what: fc.constantFrom('drop', 'away', 'back', 'full', 'room', 'hurry', 'wait') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      const server = new Server()
      let wanted: DraftText | undefined
      const acts: Record<string, () => unknown> = {
        drop: () => {
          wanted = undefined
          server.outbox.drop(place)
        },
        away: () => {
          server.away = true
        },
        back: () => {
          server.away = false
        },
        full: () => {
          server.refusal = new RequestFailed(507, { code: 'storage-full', message: 'The disk is full.' })
        },
        room: () => {
          server.refusal = null
        },
        hurry: () => server.outbox.hurry(),
        wait: () => vi.advanceTimersByTimeAsync(700),
      }
      for (const one of steps) {
        if (one.what === 'put' && 'text' in one) {
          wanted = draft(one.text, one.base)
          server.outbox.put(place, wanted)
        } else {
          await acts[one.what]?.()
        }
        await vi.advanceTimersByTimeAsync(7)
        expect(server.outbox.known(place) ?? undefined).toEqual(wanted)
      }
      server.away = false
      server.refusal = null
      await vi.advanceTimersByTimeAsync(15_000)
      expect(server.held.get('one')?.text).toBe(wanted?.text)
      expect([server.outbox.waiting, server.outbox.problem]).toEqual([false, null])
    }),
    { numRuns: 60 },
  )
})

it('knows what is unsaved while it is on the way, and nothing of a draft that this page has not had open', async () => {
  const { outbox } = new Server()
  expect(outbox.known(place)).toBeUndefined()
  outbox.put(place, draft('typed'))
  expect(outbox.known(place)).toEqual(draft('typed'))
  await vi.advanceTimersByTimeAsync(100)
  expect(outbox.known(place)).toEqual(draft('typed'))
  outbox.drop(place)
  expect(outbox.known(place)).toBeNull()
})

it('says why a server that answers does not store, and holds the page meanwhile', async () => {
  const server = new Server()
  server.refusal = new RequestFailed(507, { code: 'storage-full', message: 'The disk is full.' })
  server.outbox.put(place, draft('kept here'))
  await vi.advanceTimersByTimeAsync(100)
  expect([server.outbox.problem, server.outbox.atRisk]).toEqual(['The disk is full.', true])
  server.refusal = null
  await vi.advanceTimersByTimeAsync(6_000)
  expect([server.outbox.problem, server.outbox.atRisk, server.held.get('one')]).toEqual([
    null,
    false,
    draft('kept here'),
  ])
})

it('gives up the draft of a configuration that is gone', async () => {
  const server = new Server()
  server.refusal = new RequestFailed(404, { code: 'not-found', message: 'Gone.' })
  server.outbox.put(place, draft('nowhere to go'))
  await vi.advanceTimersByTimeAsync(100)
  expect([server.outbox.waiting, server.outbox.problem]).toEqual([false, null])
})

it('notices within five seconds that the server is away, and that it is back', async () => {
  const server = new Server()
  const told: boolean[] = []
  const end = server.connection.subscribe(() => told.push(server.connection.away))
  await vi.advanceTimersByTimeAsync(10_000)
  server.away = true
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told).toEqual([true])
  server.away = false
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told).toEqual([true, false])
  end()
})
