import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TestEvent } from '../api/report'
import type { RunAbout, RunLine } from '../api/test-runs'
import { slot } from '../process/slot'
import { newTicket } from '../testers/oidc/flow'
import { begin, findPending } from '../testers/oidc/pending'
import { streamTest } from '../testers/stream-test'
import { cancelRun, followRun, keptRun } from './kept-runs'

const ada = { id: 'ada' }
const about: RunAbout = {
  of: 'c0ffee00-0000-4000-8000-000000000001',
  configuration: { name: 'Acme', version: 3 },
  tested: [{ name: 'User name', value: 'ada@acme.example' }],
  used: ['ada@acme.example'],
  form: { userName: 'ada@acme.example' },
  print: 'a-b-c',
}
const named = (id: string) => ({ id, about })

beforeEach(() => {
  vi.useFakeTimers()
  slot('test-runs').value = undefined
  slot('stopping').value = undefined
})
afterEach(() => {
  vi.useRealTimers()
})

/** A test with one check, which ends when it is told to; `signal` is what it was given. */
function slowTest() {
  let finish = () => {}
  const told: { signal: AbortSignal | null } = { signal: null }
  const make = (signal: AbortSignal) => {
    told.signal = signal
    return streamTest({ kind: 'discovery', checks: [], signal, now: Date.now }, async (run) => {
      run.finding({ check: 'a', title: 'A', outcome: 'passed' })
      await new Promise<void>((resolve, reject) => {
        finish = resolve
        run.signal.addEventListener('abort', () => reject(new Error('aborted')))
      })
      return { verdict: 'passed', title: 'Done', text: '' }
    })
  }
  return { make, told, finish: () => finish() }
}

const asking = (qr: string) =>
  async function* (): AsyncGenerator<TestEvent> {
    yield { type: 'started', kind: 'okta', at: '2026-03-01T09:00:00.000Z', checks: [] }
    const prompt = { handle: 'h', title: 'Code', text: '', actions: [], qr }
    yield { type: 'continue', next: { kind: 'okta', status: 'MFA', prompt } }
  }

const start = (id: string, make: Parameters<typeof keptRun>[2], signal = new AbortController().signal) =>
  keptRun(named(id), { person: ada, signal }, make)
const follow = (id: string, person = ada) => followRun(id, person, new AbortController().signal)
const types = (lines: readonly RunLine[]) =>
  lines.map((line) => (line.type === 'done' ? line.summary.verdict : line.type))
async function allOf<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const line of lines) {
    all.push(line)
  }
  return all
}
async function read<T>(lines: AsyncIterable<T>, count: number): Promise<T[]> {
  const iterator = lines[Symbol.asyncIterator]()
  const read: T[] = []
  while (read.length < count) {
    read.push((await iterator.next()).value)
  }
  return read
}

it('a run whose reader has gone goes on, and is read again from its beginning', async () => {
  const { make, finish } = slowTest()
  const page = new AbortController()
  const first = start('one', make, page.signal)
  expect(types(await read(first, 2))).toEqual(['started', 'finding'])
  page.abort()
  const again = follow('one')
  setTimeout(finish, 1_000)
  const lines = allOf(again)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(types(await lines)).toEqual(['about', 'started', 'finding', 'passed'])
  expect(types(await allOf(follow('one')))).toEqual(['about', 'started', 'finding', 'passed'])
  expect((await allOf(follow('one')))[0]).toEqual({ type: 'about', about })
})

it('a run that nobody reads is ended after half a minute, and says so', async () => {
  const { make, told } = slowTest()
  const page = new AbortController()
  const reading = allOf(start('alone', make, page.signal))
  await vi.advanceTimersByTimeAsync(0)
  page.abort()
  await reading
  await vi.advanceTimersByTimeAsync(29_000)
  expect(told.signal?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told.signal?.aborted).toBe(true)
  expect(types(await allOf(follow('alone'))).at(-1)).toBe('cancelled')
})

it('a run is cancelled whoever reads it, while it runs, while it waits, and before it begins', async () => {
  const { make, told } = slowTest()
  const running = allOf(start('runs', make))
  await vi.advanceTimersByTimeAsync(0)
  cancelRun('runs', ada)
  expect(types(await running).at(-1)).toBe('cancelled')
  expect(told.signal?.aborted).toBe(true)

  await allOf(start('waits', asking('')))
  cancelRun('waits', ada)
  expect(types(await allOf(follow('waits')))).toEqual(['about', 'started', 'cancelled'])

  cancelRun('late', ada)
  expect(() => start('late', make)).toThrow('This test was cancelled.')
  expect(() => follow('late')).toThrow('not there any more')
})

it('a result stays what it is when it is cancelled late', async () => {
  const { make, finish } = slowTest()
  const reading = allOf(start('over', make))
  await vi.advanceTimersByTimeAsync(0)
  finish()
  await reading
  cancelRun('over', ada)
  expect(types(await allOf(follow('over'))).at(-1)).toBe('passed')
})

it('nobody else reads, continues or cancels a run', async () => {
  const { make, told } = slowTest()
  const reading = allOf(start('mine', make))
  await vi.advanceTimersByTimeAsync(0)
  const eve = { id: 'eve' }
  expect(() => follow('mine', eve)).toThrow('not there any more')
  expect(() => follow('unknown')).toThrow('not there any more')
  const { signal } = new AbortController()
  expect(() => keptRun(named('mine'), { person: eve, signal }, make)).toThrow()
  cancelRun('mine', eve)
  expect(told.signal?.aborted).toBe(false)
  cancelRun('mine', ada)
  await reading
})

it('a question is forgotten with the next one and with the end', async () => {
  await allOf(start('asks', asking('data:first')))
  await allOf(start('asks', asking('data:second')))
  expect(JSON.stringify(await allOf(follow('asks')))).not.toContain('data:first')
  const { make, finish } = slowTest()
  const reading = allOf(start('asks', make))
  await vi.advanceTimersByTimeAsync(0)
  expect(JSON.stringify(await read(follow('asks'), 5))).toContain('data:second')
  finish()
  await reading
  expect(JSON.stringify(await allOf(follow('asks')))).not.toContain('data:')
})

it('the next part of a run ends the one before, whose last words are not told', async () => {
  const first = slowTest()
  const before = allOf(start('parts', first.make))
  await vi.advanceTimersByTimeAsync(0)
  await allOf(start('parts', asking('')))
  await before
  expect(first.told.signal?.aborted).toBe(true)
  expect(types(await allOf(follow('parts')))).toEqual(['about', 'started', 'finding', 'started', 'continue'])
})

it('a run is forgotten after an hour, and the oldest when there are many', async () => {
  await allOf(start('old', asking('')))
  await vi.advanceTimersByTimeAsync(3_599_000)
  expect(() => follow('old')).not.toThrow()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(() => follow('old')).toThrow('not there any more')
  for (let count = 0; count < 70; count += 1) {
    await allOf(start(`many-${count}`, asking('')))
  }
  expect(() => follow('many-0')).toThrow()
  expect(() => follow('many-69')).not.toThrow()
})

it('what fails before its first event is no run, and later the run says what the server says', async () => {
  const failing = (events: readonly TestEvent[]) =>
    async function* () {
      yield* events
      throw new Error('secret detail')
    }
  await expect(allOf(start('never', failing([])))).rejects.toThrow('secret detail')
  expect(() => follow('never')).toThrow('not there any more')
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await allOf(
    start('breaks', failing([{ type: 'finding', finding: { check: 'a', title: 'A', outcome: 'passed' } }])),
  )
  const lines = await allOf(follow('breaks'))
  expect(types(lines)).toEqual(['about', 'finding', 'failed'])
  expect(JSON.stringify(lines)).not.toContain('secret detail')
  log.mockRestore()
})

it('nobody waits for the answer of a sign-in that was cancelled', async () => {
  const flow = { responseType: 'code', responseMode: 'query', modeIsDefault: true } as const
  const redirectUri = 'https://127.0.0.1/jamfconnect'
  const place = { discoveryUrl: '', redirectUri }
  const tickets = [0, 1].map(() => newTicket({ clientId: 'x' } as never, flow, place, Date.now()))
  for (const ticket of tickets) {
    begin(ticket, {
      metadata: { issuer: 'https://idp.example' },
      home: 'http://127.0.0.1:3000',
      caught: true,
    })
    const next = { kind: 'authorize', url: '', redirectUri, catcher: 'listener', id: ticket.id } as const
    await allOf(
      start(ticket.id, async function* () {
        yield { type: 'continue', next }
      }),
    )
  }
  cancelRun(tickets[0]?.id ?? '', ada)
  cancelRun(tickets[1]?.id ?? '', { id: 'eve' })
  const waits = tickets.map(({ state }) => findPending(state, Date.now()) !== null)
  expect(waits).toEqual([false, true])
})
