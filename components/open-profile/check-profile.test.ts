import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { writeXml } from '@/lib/plist/xml/writer'
import { profileFor } from '@/lib/profile/template'
import { isLarge } from './check-profile'
import { answerCheck, type CheckRequest, type FromWorker } from './check-request'
import { findIssues } from './find-issues'
import { storeOf } from './fixtures/store-of'
import { IssueStore } from './issue-store'
import { IssueWorker, type WorkerPort } from './issue-worker'

const login = 'com.jamf.connect.login'

/** A profile with `count` keys that Jamf Connect does not have. */
function withMisspelt(count: number, value = 'x'): string {
  const keys = Array.from({ length: count }, (_, at) => `<key>OIDCTenat${at}</key><string>${value}</string>`)
  return writeXml(profileFor('Custom', { name: 'Example' })).replace(
    '<key>OIDCProvider</key>',
    `${keys.join('')}<key>OIDCProvider</key>`,
  )
}

/** The answers of the worker's own code, through the structured clone that messages go through. */
class Beside implements WorkerPort {
  readonly asked: CheckRequest[] = []
  readonly #listeners = new Map<string, (event: never) => void>()
  ended = false

  postMessage(request: CheckRequest): void {
    this.asked.push(structuredClone(request))
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    this.#listeners.set(type, listener)
  }

  terminate(): void {
    this.ended = true
  }

  say(data: FromWorker): void {
    this.#listeners.get('message')?.({ data: structuredClone(data) } as never)
  }

  fail(): void {
    this.#listeners.get('error')?.(new Event('error', { cancelable: true }) as never)
  }

  answer(at = this.asked.length - 1): void {
    answerCheck(this.asked[at] as CheckRequest, (answer) => this.say(answer))
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('finds the same beside the page as in it, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 500 }), fc.string(), async (count, value) => {
      const safe = value.replace(/[^a-z0-9 ]/gi, '')
      const profile = storeOf(withMisspelt(count, safe))
      profile.set(login, ['OIDCClientID'], { type: 'string', value: `${safe} ` })
      const port = new Beside()
      const found = new IssueWorker(() => port).find({ text: profile.text, fileName: '' }, () => true)
      port.answer()
      expect(await found).toEqual(findIssues(profile))
    }),
    { numRuns: 8 },
  )
})

it('what is said of the text itself is found there too', async () => {
  const twice = '<key>Twice</key><true/><key>Twice</key><false/>'
  const profile = storeOf(withMisspelt(1).replace('<key>OIDCTenat0</key>', `${twice}$&`))
  const port = new Beside()
  const found = new IssueWorker(() => port).find(profile, () => true)
  port.answer()
  expect(await found).toEqual(findIssues(profile))
  expect((await found)?.map(({ rule }) => rule)).toContain('duplicate-key')
})

it('a bare property list is checked as its file name says', async () => {
  const text = '<plist version="1.0"><dict><key>Licens</key><string>a</string></dict></plist>'
  const profile = storeOf(text, { fileName: `${login}.plist` })
  const port = new Beside()
  const found = new IssueWorker(() => port).find(profile, () => true)
  port.answer()
  expect(await found).toEqual(findIssues(profile))
  expect((await found)?.map(({ domain }) => domain)).toContain(login)
})

it('a profile that nobody waits for is not checked, and what comes for it late is dropped', async () => {
  const port = new Beside()
  const worker = new IssueWorker(() => port)
  let now = 'first'
  const source = (text: string) => ({ text: withMisspelt(1, text), fileName: '' })
  const first = worker.find(source('first'), () => now === 'first')
  now = 'second'
  const second = worker.find(source('second'), () => now === 'second')
  now = 'third'
  const third = worker.find(source('third'), () => now === 'third')
  port.answer(0)
  expect(await first).toBeNull()
  expect(await second).toBeNull()
  expect(port.asked.map(({ text }) => /first|second|third/.exec(text)?.[0])).toEqual(['first', 'third'])
  port.answer(0)
  port.answer(1)
  expect(JSON.stringify(await third)).toContain('OIDCTenat0')
})

it.each([
  ['cannot be made', () => Promise.resolve()],
  ['reports an error', (port: Beside) => port.fail()],
  ['never comes', () => new Promise((resolve) => setTimeout(resolve, 30))],
])('a worker that %s lets the check fail, and the next check asks for another', async (kind, happen) => {
  const ports: Beside[] = []
  const worker = new IssueWorker(() => {
    if (kind === 'cannot be made' && ports.length === 0) {
      ports.push(new Beside())
      throw new Error('refused')
    }
    ports.push(new Beside())
    return ports.at(-1) as Beside
  }, 10)
  const source = { text: withMisspelt(1), fileName: '' }
  const refused = worker.find(source, () => true).catch((error: Error) => error.message)
  await happen(ports[0] as Beside)
  expect(await refused).toContain('did not run beside')
  const again = worker.find(source, () => true)
  ports[1]?.say('ready')
  ports[1]?.answer()
  expect(await again).not.toHaveLength(0)
})

it('keeps the old issues while a large profile is checked, says so, and shows those of the last text', async () => {
  const port = new Beside()
  vi.stubGlobal('Worker', function make() {
    return port
  })
  const profile = storeOf(withMisspelt(2_100))
  const issues = new IssueStore(profile)
  const stop = issues.start()
  await vi.waitFor(() => expect(port.asked).toHaveLength(1), 20_000)
  port.answer()
  await vi.waitFor(() => expect(issues.all).not.toBeNull(), 20_000)
  const before = issues.all
  const field = issues.at(login, ['OIDCTenat7'])
  expect(issues.checking).toBe(false)
  expect(field).toHaveLength(1)

  profile.set(login, ['OIDCTenat3'], null)
  expect(issues.checking).toBe(true)
  await vi.waitFor(() => expect(port.asked).toHaveLength(2), 20_000)
  profile.set(login, ['OIDCTenat4'], null)
  port.answer(1)
  expect(issues.all).toBe(before)
  await vi.waitFor(() => expect(port.asked).toHaveLength(3), 20_000)
  port.answer(2)
  await vi.waitFor(() => expect(issues.checking).toBe(false), 20_000)
  expect(issues.all).toEqual(findIssues(profile))
  expect(issues.at(login, ['OIDCTenat7'])).toBe(field)

  profile.set(login, ['OIDCTenat5'], null)
  await vi.waitFor(() => expect(port.asked).toHaveLength(4), 20_000)
  port.fail()
  await vi.waitFor(() => expect(issues.checking).toBe(false), 20_000)
  expect(issues.all).toEqual(findIssues(profile))
  stop()
}, 60_000)

it('a small profile is checked in the page', async () => {
  vi.stubGlobal('Worker', function make() {
    throw new Error('asked for')
  })
  const profile = storeOf(withMisspelt(3))
  expect(isLarge(profile.root)).toBe(false)
  const issues = new IssueStore(profile)
  const stop = issues.start()
  await vi.waitFor(() => expect(issues.all).toEqual(findIssues(profile)), 20_000)
  stop()
})

it('counts the entries of every level', () => {
  const list = { type: 'array', items: Array(1_100).fill({ type: 'boolean', value: true }) } as const
  const dict = (count: number) =>
    ({
      type: 'dict',
      entries: Array.from({ length: count }, (_, at) => ({ key: `${at}`, value: list })),
    }) as const
  expect([isLarge(dict(1)), isLarge(dict(2))]).toEqual([false, true])
})
