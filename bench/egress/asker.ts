// Asks hostile servers in a process of its own, so that the memory it takes is theirs. Takes {hostile, friendly} over
// the channel of fork() and answers how each request ended, how much memory that took and how others fared meanwhile.
import { hostileServers } from '../../lib/egress/fixtures/hostile-servers'
import { openEgress } from '../../lib/egress/open-egress'
import { egressPolicy } from '../../lib/egress/policy'

type Job = {
  /** Number of the hostile answer and where it is served. */
  readonly hostile: readonly { readonly index: number; readonly port: number }[]
  readonly friendly: number
}

const policy = egressPolicy({ allow: '127.0.0.1' })
/** A batch that ends sooner is asked again, so that there are others to be measured. */
const shortest = 1_000
const pause = 5

process.once('message', async (job: Job) => {
  await others(job.friendly, after(300))
  const before = await others(job.friendly, after(500))
  const start = process.memoryUsage.rss()
  let most = start
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 5)
  let running = true
  const meanwhile = others(job.friendly, () => !running)
  const ends = await askAll(job.hostile)
  running = false
  const during = await meanwhile
  clearInterval(watch)
  process.send?.({ ends, before, during, extra: Math.max(most, process.memoryUsage.rss()) - start })
})

async function askAll(hostile: Job['hostile']) {
  const ends: { readonly index: number; readonly code: string; readonly milliseconds: number }[] = []
  const over = after(shortest)
  do {
    // Without any this is how the process fares by itself.
    const batch = hostile.length > 0 ? hostile.map(askOne) : [wait(shortest)]
    ends.push(...(await Promise.all(batch)).flat())
  } while (!over())
  return ends
}

async function askOne({ index, port }: Job['hostile'][number]) {
  const scheme = hostileServers[index]?.asksTls ? 'https' : 'http'
  const started = performance.now()
  const code = await ask(`${scheme}://127.0.0.1:${port}/`)
  return [{ index, code, milliseconds: performance.now() - started }]
}

/** Requests to a friendly server, one after the other, until `over`; milliseconds of each. */
async function others(port: number, over: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (!over()) {
    const started = performance.now()
    const code = await ask(`http://127.0.0.1:${port}/`)
    if (code !== 'answered') {
      throw new Error(`A friendly request ended in ${code}.`)
    }
    times.push(performance.now() - started)
    await wait(pause)
  }
  return times
}

function wait(milliseconds: number): Promise<never[]> {
  return new Promise((resolve) => setTimeout(() => resolve([]), milliseconds))
}

async function ask(url: string): Promise<string> {
  try {
    await openEgress({ policy }).request({ name: 'x', method: 'GET', url })
    return 'answered'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'thrown'
  }
}

function after(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds
  return () => performance.now() > end
}
