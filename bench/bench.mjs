import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { findBrowser } from '../scripts/browser.mjs'
import { build, isBuilt } from '../scripts/build.mjs'
import { root } from '../scripts/sources.mjs'

const results = `${root}bench/results.md`
const benches = {
  plist: async () => (await import('./plist.mjs')).benchPlist,
  typing: async () => (await import('./typing.mjs')).benchTyping,
  profiles: async () => (await import('./profiles.mjs')).benchProfiles,
  'first-load': async () => (await import('./first-load.mjs')).benchFirstLoad,
  start: async () => (await import('./start.mjs')).benchStart,
  'sign-in': async () => (await import('./sign-in.mjs')).benchSignIn,
  hostile: async () => (await import('./hostile.mjs')).benchHostile,
  fuzz: async () => (await import('./fuzz.mjs')).benchFuzz,
  compare: async () => (await import('./compare.mjs')).benchCompare,
  library: async () => (await import('./library.mjs')).benchLibrary,
  egress: async () => (await import('./egress.mjs')).benchEgress,
}
/** Those that need no built server. */
const buildless = ['plist', 'sign-in', 'fuzz', 'egress']
const INTRODUCTION = `Written by \`npm run bench\`. Contestants run side by side and take turns, so the ratios are the claim; the absolute
times belong to the machine named under each section. An aim that is missed is printed as missed.`

const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : Object.keys(benches)
const unknown = names.find((name) => !Object.hasOwn(benches, name))

if (unknown === undefined) {
  await run()
} else {
  console.error(`There is no benchmark "${unknown}"; choose among ${Object.keys(benches).join(', ')}.`)
  process.exitCode = 2
}

async function run() {
  process.env.NODE_ENV = 'production'
  if (names.some((name) => !buildless.includes(name)) && !isBuilt()) {
    console.log('Building Latchkey.')
    await build()
  }
  const sections = keptSections()
  for (const name of names) {
    console.log(`${name}:`)
    const bench = await benches[name]()
    sections.set(name, `${await bench((line) => console.log(line))}\n\n${await machine()}`)
    writeFileSync(results, page(sections))
  }
  console.log('The results are in bench/results.md.')
}

/** The sections of the last run, so that one benchmark can be run again by itself. */
function keptSections() {
  const text = existsSync(results) ? readFileSync(results, 'utf8') : ''
  const found = text.matchAll(/<!-- (?<name>[\w-]+) -->\n\n(?<section>[\s\S]*?)(?=\n\n<!-- |\n*$)/g)
  return new Map([...found].map(({ groups }) => [groups.name, groups.section]))
}

function page(sections) {
  const parts = Object.keys(benches)
    .filter((name) => sections.has(name))
    .map((name) => `<!-- ${name} -->\n\n${sections.get(name)}`)
  return `# Benchmark results\n\n${INTRODUCTION}\n\n${parts.join('\n\n')}\n`
}

async function machine() {
  const browser = execFileSync(await findBrowser(), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [cpu] = cpus()
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  const day = new Date().toISOString().slice(0, 10)
  return `_${cpu?.model.trim()}, ${cpus().length} cores, ${memory} GB; Node ${process.versions.node}; ${browser.trim()}; ${day}._`
}
