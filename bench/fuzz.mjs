import { mkdirSync } from 'node:fs'
import { build } from 'esbuild'
import { root } from '../scripts/sources.mjs'
import { readers } from './fuzz/readers.mjs'
import { seeded } from './random.mjs'
import { table, verdict } from './table.mjs'

const folder = `${root}.cache/latchkey/bench`
/** A reader that takes longer than this for one input could hold a server up. */
const MOST_MS = 1000
/** The errors that readers throw on purpose. */
const KNOWN = new Set(['PlistError', 'ProfileError'])

/**
 * Damaged inputs through every reader of what comes from outside, in Markdown: how many are read, how many refused, and
 * whether one brings an error that nobody meant or takes too long. LATCHKEY_FUZZ sets the inputs for each reader.
 * @param {(line: string) => void} say
 */
export async function benchFuzz(say) {
  const inputs = Number(process.env.LATCHKEY_FUZZ ?? 50_000)
  const rows = []
  for (const { name, ...result } of await fuzz(inputs, say)) {
    rows.push([name, result.inputs, result.read, result.uncaught, result.slow, result.slowest.toFixed(0)])
  }
  const uncaught = rows.reduce((sum, row) => sum + row[3], 0)
  const slow = rows.reduce((sum, row) => sum + row[4], 0)
  const head = ['reader', 'inputs', 'read', 'unmeant errors', `over ${MOST_MS} ms`, 'slowest, ms']
  return `## Damaged inputs\n\n${INTRODUCTION}\n\n${table(head, rows)}\n\nNo error that nobody meant: ${verdict(uncaught === 0)}  \nNone over ${MOST_MS} ms: ${verdict(slow === 0)}`
}

const INTRODUCTION = `Good inputs of each reader with one to eight changes each: bytes altered, pieces cut out, doubled or moved, pieces of
the format put in. The same in every run. What is not read is refused with an error of its own.`

/**
 * Runs `inputs` damaged inputs through every reader.
 * @param {number} inputs
 * @param {(line: string) => void} say
 */
export async function fuzz(inputs, say = () => {}) {
  mkdirSync(folder, { recursive: true })
  const results = []
  for (const { name, entry, pieces } of readers) {
    say(`  ${name}`)
    const outfile = `${folder}/fuzz-${name.replaceAll(/\W+/g, '-')}.mjs`
    await build({
      stdin: { contents: entry, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'es2022',
      packages: 'external',
      alias: { '@': root.replace(/\/$/, '') },
    })
    const { read, seeds } = await import(outfile)
    results.push({ name, ...(await run({ read, seeds: seeds(), pieces, inputs })) })
  }
  return results
}

async function run({ read, seeds, pieces, inputs }) {
  const random = seeded(inputs)
  const result = { inputs, read: 0, uncaught: 0, slow: 0, slowest: 0, examples: [] }
  for (let index = 0; index < inputs; index++) {
    const bytes = damaged(seeds[index % seeds.length], pieces, random)
    const started = performance.now()
    try {
      await read(bytes)
      result.read += 1
    } catch (error) {
      if (!KNOWN.has(error?.name)) {
        result.uncaught += 1
        result.examples.push(`${error?.stack}\n${Buffer.from(bytes).toString('base64').slice(0, 2000)}`)
      }
    }
    const took = performance.now() - started
    result.slowest = Math.max(result.slowest, took)
    result.slow += took > MOST_MS ? 1 : 0
  }
  return result
}

function damaged(seed, pieces, random) {
  let bytes = Buffer.from(seed)
  const changes = 1 + Math.floor(random() * 8)
  for (let change = 0; change < changes; change++) {
    bytes = changed(bytes, pieces, random)
  }
  return new Uint8Array(bytes)
}

function changed(bytes, pieces, random) {
  const at = Math.floor(random() * (bytes.length + 1))
  const length = Math.floor(random() ** 3 * 200)
  const before = bytes.subarray(0, at)
  const after = bytes.subarray(at)
  const piece = Buffer.from(pieces[Math.floor(random() * pieces.length)] ?? '', 'latin1')
  switch (Math.floor(random() * 6)) {
    case 0:
      return Buffer.concat([before, Buffer.of(Math.floor(random() * 256)), after.subarray(1)])
    case 1:
      return Buffer.concat([before, after.subarray(length)])
    case 2:
      return Buffer.concat([before, after.subarray(0, length), after])
    case 3:
      return Buffer.concat([before, ...Array(1 + Math.floor(random() ** 4 * 500)).fill(piece), after])
    case 4:
      return random() < 0.2
        ? before
        : Buffer.concat([after.subarray(0, length), before, after.subarray(length)])
    default:
      return Buffer.concat([before, piece, after.subarray(piece.length)])
  }
}
