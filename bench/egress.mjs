import { fork } from 'node:child_process'
import { buildModules } from '../scripts/bundle.mjs'
import { root } from '../scripts/sources.mjs'
import { median, p95 } from './rounds.mjs'
import { digits, table, verdict } from './table.mjs'

const folder = `${root}.cache/latchkey/bench/egress`
const AT_ONCE = 8
/** A phase may take ten seconds, and ending it no more than this. */
const DEADLINE = 10_000
const GRACE = 1_000
/** Eight bodies of at most 1 MB, compressed and not, with what reads them. */
const MOST_MEMORY = 64

/**
 * How lib/egress ends hostile answers, in Markdown.
 * @param {(line: string) => void} say
 */
export async function benchEgress(say) {
  const hostileServers = await bundled()
  const all = hostileServers.map((_, index) => index)
  const rows = [judged('nothing hostile', await attack([]), hostileServers)]
  for (const index of all) {
    const outcome = await attack(Array.from({ length: AT_ONCE }, () => index))
    rows.push(judged(`${AT_ONCE} × ${hostileServers[index].name}`, outcome, hostileServers))
    say(`  ${hostileServers[index].name}: ${digits(rows.at(-1).slowest)} ms`)
  }
  rows.push(judged(`all ${all.length} kinds at once`, await attack(all), hostileServers))
  return report(rows)
}

async function bundled() {
  const entries = ['egress/servers', 'egress/asker'].map((name) => `${root}bench/${name}.ts`)
  await buildModules({
    entryPoints: [...entries, `${root}lib/egress/fixtures/hostile-servers.ts`],
    outdir: folder,
    outbase: root,
    outExtension: { '.js': '.mjs' },
  })
  return (await import(`${folder}/lib/egress/fixtures/hostile-servers.mjs`)).hostileServers
}

/** Asks the hostile answers with these numbers at the same time. */
async function attack(indexes) {
  const [hostile, friendly] = [start('servers', [indexes.join(',')]), start('servers', [])]
  const asker = start('asker', [])
  try {
    const [{ ports }, others] = await Promise.all([hostile.said, friendly.said])
    asker.child.send({
      hostile: indexes.map((index, turn) => ({ index, port: ports[turn] })),
      friendly: others.ports[0],
    })
    return await asker.said
  } finally {
    for (const { child } of [hostile, friendly, asker]) {
      child.kill()
    }
  }
}

function start(name, args) {
  const child = fork(`${folder}/bench/egress/${name}.mjs`, args)
  const said = new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error(`The process ${name} ended early.`)))
  })
  said.catch(() => undefined)
  return { child, said }
}

function judged(name, { ends, before, during, extra }, hostileServers) {
  const codes = [...new Set(ends.map(({ code }) => code))]
  const times = ends.map(({ milliseconds }) => milliseconds)
  return {
    name,
    code: codes.length > 2 ? `${codes.length} reasons` : codes.join(', '),
    right: ends.every(({ index, code }) => code === hostileServers[index].code),
    middle: median(times),
    slowest: Math.max(0, ...times),
    extra: extra / 2 ** 20,
    before,
    during,
  }
}

function report(rows) {
  const lines = rows.map(({ name, code, middle, slowest, extra, before, during }) => [
    name,
    code,
    middle > 0 ? digits(middle) : '',
    slowest > 0 ? digits(slowest) : '',
    extra.toFixed(0),
    `${digits(median(before))} (${digits(p95(before))})`,
    `${digits(median(during))} (${digits(p95(during))})`,
    during.length,
  ])
  return `## Hostile answers\n\n${INTRODUCTION}\n\n${table(HEAD, lines)}\n\n${aims(rows)}`
}

const HEAD = [
  '',
  'ended as',
  'ended after, p50 ms',
  'slowest, ms',
  'extra memory, MB',
  'others before, p50 (p95) ms',
  'others meanwhile, p50 (p95) ms',
  'others served',
]

function aims([, ...rows]) {
  const right = rows.filter((row) => row.right).length
  const slowest = Math.max(...rows.map((row) => row.slowest))
  const extra = Math.max(...rows.map((row) => row.extra))
  const waited = Math.max(...rows.map(({ during }) => median(during)))
  return [
    `Every request ends, for the right reason: ${verdict(right === rows.length)} (${right} of ${rows.length} rows)`,
    `Within the deadline of ${DEADLINE / 1000} s a phase and ${GRACE / 1000} s: ${verdict(slowest <= DEADLINE + GRACE)} (slowest ${digits(slowest)} ms)`,
    `At most ${MOST_MEMORY} MB more: ${verdict(extra <= MOST_MEMORY)} (most ${extra.toFixed(0)} MB)`,
    `Others are served meanwhile, median at most 100 ms: ${verdict(waited <= 100)} (worst ${digits(waited)} ms)`,
  ].join('  \n')
}

const INTRODUCTION = `lib/egress as it ships, with its own deadlines (10 s a phase, 30 s a test) and limits (1 MB a body), asks servers that answer
badly: ${AT_ONCE} requests at once to the same kind, again until a second has passed, and at last every kind at once. The
hostile servers, a friendly one and the asking process are processes of their own. Extra memory is the most the resident
memory of the asking process grew by, sampled every 5 ms. "Others" are requests to the friendly server from the same
process, one after the other, 5 ms apart, before and meanwhile; the first row is a second of them alone.`
