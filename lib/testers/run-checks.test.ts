import { expect, test } from 'vitest'
import type { TestEvent } from '../api/report'
import { type Check, failed, passed, runChecks, skipped, warning } from './run-checks'
import { streamTest, type TestRun } from './stream-test'

const reference = { label: 'RFC 8414 §3' }
const check = (id: string, rest: Partial<Check<string[]>> = {}): Check<string[]> => ({
  id,
  title: `${id} holds`,
  run: (context) => {
    context.push(id)
    return passed()
  },
  ...rest,
})

async function all<T>(events: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const event of events) {
    list.push(event)
  }
  return list
}

test('checks run in their order and each makes one finding with its title and reference', async () => {
  const ran: string[] = []
  const found = await all(runChecks([check('a', { reference }), check('b')], ran))
  expect(ran).toEqual(['a', 'b'])
  expect(found).toEqual([
    { check: 'a', title: 'a holds', reference, outcome: 'passed' },
    { check: 'b', title: 'b holds', outcome: 'passed' },
  ])
})

test('a finding is titled by what was established, not by what was hoped for', async () => {
  const titles = { failedTitle: 'There is none', warningTitle: 'There is little' }
  const one = { failedTitle: 'There is none' }
  const checks = [
    check('a', { ...titles, run: () => passed() }),
    check('b', { ...titles, run: () => warning({}) }),
    check('c', { ...titles, run: () => failed({}) }),
    check('d', { ...one, run: () => warning({}) }),
    check('e', { run: () => failed({}) }),
    check('f', { ...titles, run: () => failed({ title: 'There is another one' }) }),
    check('g', { ...titles, needs: ['c'] }),
  ]
  const found = await all(runChecks(checks, []))
  expect(found.map(({ title }) => title)).toEqual([
    'a holds',
    'There is little',
    'There is none',
    'There is none',
    '“e holds” does not hold',
    'There is another one',
    'g holds',
  ])
})

test('a check whose need does not hold is listed as skipped with the reason, and so is what needs it', async () => {
  const ran: string[] = []
  const checks = [
    check('a', { run: () => failed({ received: '404' }) }),
    check('b', { needs: ['a'] }),
    check('c', { needs: ['b'] }),
    check('d', { run: () => warning({}) }),
    check('e', { needs: ['d'] }),
    check('f', { needs: ['never'] }),
    check('g', { run: () => skipped('It does not apply.') }),
  ]
  const found = await all(runChecks(checks, ran))
  expect(found.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
    'a failed',
    'b skipped',
    'c skipped',
    'd warning',
    'e passed',
    'f skipped',
    'g skipped',
  ])
  expect(found[1]?.means).toContain('a holds')
  expect(found[2]?.means).toContain('b holds')
  expect(ran).toEqual(['e'])
})

test('outcomes go on from one list to the next', async () => {
  const outcomes = new Map()
  await all(runChecks([check('a', { run: () => failed({}) })], [], { outcomes }))
  const [second] = await all(runChecks([check('b', { needs: ['a'] })], [], { outcomes }))
  expect(second?.outcome).toBe('skipped')
})

test('aborting ends the checks at once, also while one never answers', async () => {
  const controller = new AbortController()
  const checks = [check('a'), check('b', { run: () => new Promise(() => {}) })]
  const found = runChecks(checks, [], { signal: controller.signal })
  expect((await found.next()).value).toMatchObject({ check: 'a' })
  setTimeout(() => controller.abort(new Error('stop')), 5)
  await expect(found.next()).rejects.toThrow('stop')
})

const summary = { verdict: 'passed', title: 'It works', text: 'All of it.' } as const
const options = { kind: 'discovery', checks: ['a'], now: () => 0 } as const
const types = (events: TestEvent[]) => events.map(({ type }) => type)

test('a test sends events while it runs, between started and done', async () => {
  const events = streamTest(options, async ({ emit, finding }) => {
    finding({ check: 'a', title: 'A', outcome: 'passed' })
    await new Promise((resolve) => setTimeout(resolve, 5))
    emit({ type: 'mac', statements: [] })
    return summary
  })
  expect((await events.next()).value).toMatchObject({ type: 'started', at: '1970-01-01T00:00:00.000Z' })
  expect(types(await all(events))).toEqual(['finding', 'mac', 'done'])
})

test('a cancelled test ends as cancelled', async () => {
  const controller = new AbortController()
  const body = ({ signal }: { signal: AbortSignal }) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  setTimeout(() => controller.abort(), 5)
  const events = await all(streamTest({ ...options, signal: controller.signal }, body))
  expect(events.at(-1)).toMatchObject({ type: 'done', summary: { verdict: 'cancelled' } })
})

test('the body is told when nobody reads any more', async () => {
  let aborted = false
  const events = streamTest(options, async ({ signal, emit }) => {
    signal.addEventListener('abort', () => {
      aborted = true
    })
    emit({ type: 'mac', statements: [] })
    await new Promise((resolve) => setTimeout(resolve, 50))
    return summary
  })
  await events.next()
  await events.next()
  await events.return()
  expect(aborted).toBe(true)
})

test('an unexpected error comes after the events before it', async () => {
  const events = streamTest(options, async ({ emit }) => {
    emit({ type: 'mac', statements: [] })
    throw new RangeError('defect')
  })
  const read: TestEvent[] = []
  await expect(
    (async () => {
      for await (const event of events) {
        read.push(event)
      }
    })(),
  ).rejects.toThrow('defect')
  expect(types(read)).toEqual(['started', 'mac'])
})

test('work for later is done in its order, after what is under way and before the events end', async () => {
  const done: string[] = []
  const body = async ({ later, emit }: TestRun) => {
    later(() => done.push('first'))
    done.push('under way')
    await new Promise(setImmediate)
    later(() => {
      done.push('second')
      emit({ type: 'mac', statements: [] })
    })
    return summary
  }
  const events = await all(streamTest(options, body))
  expect(done).toEqual(['under way', 'first', 'second'])
  expect(types(events)).toEqual(['started', 'mac', 'done'])
})

test('what work for later throws ends the test, not the process', async () => {
  const body = async ({ later }: TestRun) => {
    later(() => {
      throw new RangeError('defect')
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    return summary
  }
  await expect(all(streamTest(options, body))).rejects.toThrow('defect')
})
