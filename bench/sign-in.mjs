import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { root } from '../scripts/sources.mjs'
import { alternate, median, p95 } from './rounds.mjs'
import { finishBare, passwordBare, startBare } from './sign-in/bare.mjs'
import { finishPlain, passwordPlain, startPlain } from './sign-in/plain.mjs'
import { digits, table, verdict } from './table.mjs'

const DELAYS = [0, 20, 50, 200]
const ROUNDS = 21
const WARM_UP = 30
const AIM_AT = 50
/** Answers that have to be waited for one after the other, in Latchkey. */
const WORKS = {
  start: { title: 'Before the sign-in page', chain: 2 },
  finish: { title: 'After the sign-in page', chain: 2 },
  whole: { title: 'Both halves', chain: 4 },
  password: { title: 'Password check', chain: 2 },
}

/**
 * The sign-in test and the password check beside a script with openid-client, in Markdown.
 * @param {(line: string) => void} say
 */
export async function benchSignIn(say) {
  const contestants = {
    latchkey: await bundled(),
    plain: { start: startPlain, finish: finishPlain, password: passwordPlain },
    bare: { start: startBare, finish: finishBare, password: passwordBare },
  }
  const provider = fork(fileURLToPath(new URL('sign-in/provider.mjs', import.meta.url)))
  const { origin } = await new Promise((resolve) => provider.once('message', resolve))
  try {
    await measure(contestants, `${origin}/0`, WARM_UP)
    const taken = new Map()
    for (const delay of DELAYS) {
      say(`  answers after ${delay} ms`)
      taken.set(delay, await measure(contestants, `${origin}/${delay}`, ROUNDS))
    }
    return report(taken)
  } finally {
    provider.disconnect()
  }
}

/** lib/testers and lib/egress as the server has them: bundled, packages outside. */
async function bundled() {
  const outfile = `${root}.cache/latchkey/bench/sign-in.mjs`
  await build({
    entryPoints: [`${root}bench/sign-in/latchkey.ts`],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.9',
    tsconfig: `${root}tsconfig.json`,
  })
  const { startLatchkey, finishLatchkey, passwordLatchkey } = await import(outfile)
  return { start: startLatchkey, finish: finishLatchkey, password: passwordLatchkey }
}

/** Milliseconds by "contestant work". */
async function measure(contestants, issuer, rounds) {
  const taken = new Map()
  const keep = (name, milliseconds) => taken.set(name, [...(taken.get(name) ?? []), milliseconds])
  const runs = Object.entries(contestants).map(([name, { start, finish, password }]) => [
    name,
    async () => {
      const begun = await timed(() => start(issuer))
      const answer = { address: await signIn(issuer, begun.result.url), kept: begun.result.kept }
      const ended = await timed(() => finish(answer))
      const checked = await timed(() => password(issuer))
      if (!ended.result.passed || !checked.result.passed) {
        throw new Error(`The test of ${name} did not pass.`)
      }
      keep(`${name} start`, begun.milliseconds)
      keep(`${name} finish`, ended.milliseconds)
      keep(`${name} whole`, begun.milliseconds + ended.milliseconds)
      keep(`${name} password`, checked.milliseconds)
      return []
    },
  ])
  await alternate(rounds, new Map(runs))
  return taken
}

async function timed(work) {
  const started = performance.now()
  const result = await work()
  return { result, milliseconds: (result.at ?? performance.now()) - started }
}

/** In place of the person: the provider gives a code for the nonce. */
async function signIn(issuer, page) {
  const { searchParams } = new URL(page)
  const body = new URLSearchParams({ nonce: searchParams.get('nonce') })
  const origin = new URL(issuer).origin
  const { code } = await (await fetch(`${origin}/0/authorize`, { method: 'POST', body })).json()
  const answer = new URLSearchParams({ code, state: searchParams.get('state') })
  return `${searchParams.get('redirect_uri')}?${answer}`
}

function report(taken) {
  const parts = Object.entries(WORKS).map(([work, { title, chain }]) => {
    const rows = DELAYS.map((delay) => row(taken.get(delay), work, delay, chain))
    return `### ${title}\n\n${table(HEAD, rows)}`
  })
  return `## Sign-in test\n\n${INTRODUCTION}\n\n${parts.join('\n\n')}\n\n${aims(taken.get(AIM_AT))}`
}

const HEAD = [
  'answers after',
  'Latchkey, p50 ms',
  'p95',
  'script, p50 ms',
  'p95',
  'bare, p50 ms',
  'p95',
  'of the script',
  'over the path, ms',
  'over bare, ms',
]

function row(taken, work, delay, chain) {
  const [own, plain, bare] = ['latchkey', 'plain', 'bare'].map((name) => taken.get(`${name} ${work}`))
  return [
    `${delay} ms`,
    ...[own, plain, bare].flatMap((all) => [digits(median(all)), digits(p95(all))]),
    `${digits(median(own) / median(plain))}×`,
    digits(median(own) - chain * delay),
    digits(median(own) - median(bare)),
  ]
}

function aims(taken) {
  return ['finish', 'password', 'whole']
    .flatMap((work) => {
      const { title, chain } = WORKS[work]
      const [own, plain, bare] = ['latchkey', 'plain', 'bare'].map((name) =>
        median(taken.get(`${name} ${work}`)),
      )
      const ratio = own / plain
      const path = chain * AIM_AT
      const overs = `${digits(own - path)} ms; bare requests ${digits(bare - path)} ms`
      return [
        `${title}, ${AIM_AT} ms: at most 0.7× the script: ${verdict(ratio <= 0.7)} (${digits(ratio)}×)`,
        `${title}, ${AIM_AT} ms: at most 5 ms over the critical path: ${verdict(own - path <= 5)} (${overs})`,
      ]
    })
    .join('  \n')
}

const INTRODUCTION = `lib/testers and lib/egress, bundled with esbuild, with all their checks, beside a script that uses openid-client as it
is meant to be used, one call after the other: discovery; code for tokens, whose signature is verified with the provider's
keys; user information; for the password check discovery, tokens, keys. The provider is a process of its own on loopback
and holds every answer back; ${ROUNDS} rounds, taking turns. Before the sign-in page Latchkey also looks at the keys, which
the script does not; afterwards it asks for keys and tokens at once. The critical path is the delays that come one after the
other: discovery and keys before, tokens and user information after, discovery and tokens for a password. "Bare" sends the
same requests in Latchkey's order with \`fetch\` and does nothing with the answers. What is over the path grows
with what else the machine does: about 4 ms at a load of 3 on four cores, 8 to 10 ms at a load of 4 to 9.`
