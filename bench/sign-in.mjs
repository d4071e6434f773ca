import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildModules } from '../scripts/bundle.mjs'
import { root } from '../scripts/sources.mjs'
import { alternate, median, p95 } from './rounds.mjs'
import { finishBare, passwordBare, startBare } from './sign-in/bare.mjs'
import { finishPlain, passwordPlain, startPlain } from './sign-in/plain.mjs'
import { digits, table, verdict } from './table.mjs'

const DELAYS = [0, 20, 50, 200]
const ROUNDS = 21
const WARM_UP = 30
const AIM_AT = 50
/** Answers that have to be waited for one after the other, in Latchkey and in the script. */
const WORKS = {
  start: { title: 'Before the sign-in page', chain: 1, plain: 1 },
  finish: { title: 'After the sign-in page', chain: 2, plain: 3 },
  whole: { title: 'Both halves', chain: 3, plain: 4 },
  'tokens finish': { title: 'After the sign-in page, without user information', chain: 1, plain: 2 },
  'tokens whole': { title: 'Both halves, without user information', chain: 2, plain: 3 },
  password: { title: 'Password check', chain: 2, plain: 3 },
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
  await buildModules({ entryPoints: [`${root}bench/sign-in/latchkey.ts`], outfile })
  const { startLatchkey, finishLatchkey, passwordLatchkey } = await import(outfile)
  return { start: startLatchkey, finish: finishLatchkey, password: passwordLatchkey }
}

/** Milliseconds by "contestant work". */
async function measure(contestants, issuer, rounds) {
  const taken = new Map()
  const runs = Object.entries(contestants).map(([name, contestant]) => [
    name,
    async () => {
      const full = await halves(contestant, issuer)
      const tokens = await halves(contestant, `${issuer}-tokens`)
      const password = await checked(() => contestant.password(issuer))
      const all = { ...full, 'tokens finish': tokens.finish, 'tokens whole': tokens.whole, password }
      for (const [work, milliseconds] of Object.entries(all)) {
        taken.set(`${name} ${work}`, [...(taken.get(`${name} ${work}`) ?? []), milliseconds])
      }
      return []
    },
  ])
  await alternate(rounds, new Map(runs))
  return taken
}

/** A whole sign-in. The person takes as long as what goes on beside them, so that it does not disturb the second half. */
async function halves(contestant, issuer) {
  const begun = await timed(() => contestant.start(issuer))
  await begun.result.rest
  const answer = { address: await signIn(issuer, begun.result.url), kept: begun.result.kept }
  const finish = await checked(() => contestant.finish(answer))
  return { start: begun.milliseconds, finish, whole: begun.milliseconds + finish }
}

async function checked(work) {
  const { result, milliseconds } = await timed(work)
  if (!result.passed) {
    throw new Error('A test did not pass.')
  }
  return milliseconds
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
  'over the delays, ms',
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
  return Object.entries(WORKS)
    .filter(([work]) => work !== 'start')
    .flatMap(([work, { title, chain, plain: steps }]) => {
      const [own, plain, bare] = ['latchkey', 'plain', 'bare'].map((name) =>
        median(taken.get(`${name} ${work}`)),
      )
      const ratio = own / plain
      const path = chain * AIM_AT
      const floor = `the answers alone, ${chain} of ${steps}: ${digits(chain / steps)}×`
      const overs = `${digits(own - bare)} ms; ${digits(own - path)} ms over the delays alone`
      return [
        `${title}, ${AIM_AT} ms: at most 0.7× the script: ${verdict(ratio <= 0.7)} (${digits(ratio)}×; ${floor})`,
        `${title}, ${AIM_AT} ms: at most 5 ms over the critical path: ${verdict(own - bare <= 5)} (${overs})`,
      ]
    })
    .join('  \n')
}

const INTRODUCTION = `lib/testers and lib/egress, bundled with esbuild, with all their checks, beside a script that uses openid-client as it
is meant to be used, one call after the other: discovery; code for tokens, whose signature is verified with the provider's
keys; user information; for the password check discovery, tokens, keys. The provider is a process of its own on loopback
and holds every answer back; ${ROUNDS} rounds, taking turns. The time before the sign-in page ends when its address is there;
Latchkey looks at the keys while the person signs in. Afterwards it asks for keys and tokens at once. Both halves are what a
person waits for in all. With user information three answers have to be waited for one after the other, where the script
waits for four, so that no order of requests gets below 0.75× of it; without (a provider that has none) it is two of three,
0.67×. "Bare" is the critical path: the same requests in Latchkey's order with \`fetch\`, and nothing done with the answers.
"Over the delays" counts the transport and the timers of the provider too. Both grow with what else the machine does.`
