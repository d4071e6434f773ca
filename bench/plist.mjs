import { mkdirSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { root } from '../scripts/sources.mjs'
import { profileOf } from './plist/generate.mjs'
import { hasPython, start } from './plist/process.mjs'
import { alternate, median, p95 } from './rounds.mjs'
import { digits, table, verdict } from './table.mjs'

const folder = `${root}.cache/latchkey/bench`
const SIZES = [
  { name: '25 KB', size: 25_000, rounds: 15, aim: 0.04 },
  { name: '1 MB', size: 1_000_000, rounds: 11, aim: 0.15 },
  { name: '12 MB', size: 12_000_000, rounds: 7, aim: 0 },
]
const WORKS = [
  { work: 'xml-read', title: 'Reading XML', peers: ['plist', 'plistlib'], floor: 'json-read' },
  { work: 'xml-write', title: 'Writing XML', peers: ['plist', 'plistlib'], floor: 'json-write' },
  { work: 'binary-read', title: 'Reading binary', peers: ['bplist-parser', 'plist', 'plistlib'] },
  { work: 'binary-write', title: 'Writing binary', peers: ['plist', 'plistlib'] },
]
/** What of lib/plist takes part. */
const ENTRY = `
export { readBinary } from './binary/reader'
export { writeBinary } from './binary/writer'
export { readPlist } from './document'
export { decodeText } from './text'
export { readXml } from './xml/reader'
export { writeXml } from './xml/writer'`
const AIMS = {
  'xml-read': { plist: 10, plistlib: 1 },
  'xml-write': { plist: 5, plistlib: 1 },
  'binary-read': { 'bplist-parser': 1.2, plistlib: 1 },
  'binary-write': { plistlib: 1 },
}

/**
 * Reading and writing of property lists beside others, in Markdown.
 * @param {(line: string) => void} say
 */
export async function benchPlist(say) {
  mkdirSync(folder, { recursive: true })
  const bundle = `${folder}/plist.mjs`
  await build({
    stdin: { contents: ENTRY, resolveDir: `${root}lib/plist`, loader: 'ts' },
    outfile: bundle,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
  })
  const files = await writeFiles(await import(bundle))
  const python = hasPython()
  if (!python) {
    say('  python3 is not here: plistlib is left out')
  }
  const parts = []
  for (const work of WORKS) {
    parts.push(await benchWork(work, { files, bundle, python, say }))
  }
  parts.push(await memory({ files, bundle, python }))
  const skipped = python ? '' : '\n\nplistlib is left out: there is no python3 on this machine.'
  return `## Property lists\n\n${INTRODUCTION}${skipped}\n\n${parts.join('\n\n')}`
}

const INTRODUCTION = `Generated profiles (the same in every run) through \`lib/plist\`, bundled and minified with esbuild, with all its
checks on. Each contestant is a process of its own; they take turns in every round, the order turning. MB/s are of the
XML form, medians of the rounds; p95 in brackets. "Times" is how many times faster than that contestant Latchkey is.
\`with places\` also records where every value stands, which opening a profile for editing does. JSON is the same data
through \`JSON.parse\` and \`JSON.stringify\`: a floor, not a contestant.`

async function writeFiles({ writeXml, writeBinary }) {
  return SIZES.map(({ name, size, rounds, aim }) => {
    const tree = profileOf(size)
    const xml = writeXml(tree)
    const path = `${folder}/profile-${size}`
    writeFileSync(`${path}.xml`, xml)
    writeFileSync(`${path}.bin`, writeBinary(tree))
    writeFileSync(`${path}.json`, JSON.stringify(plainOf(tree)))
    return { name, rounds, aim, path, megabytes: Buffer.byteLength(xml) / 1e6 }
  })
}

/** The tree in JSON's types: data as base64, dates as texts. */
function plainOf(value) {
  switch (value.type) {
    case 'array':
      return value.items.map(plainOf)
    case 'dict':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plainOf(entry.value)]))
    case 'data':
      return Buffer.from(value.value).toString('base64')
    case 'date':
      return new Date((value.value + 978_307_200) * 1000).toISOString()
    case 'integer':
      return Number(value.value)
    default:
      return value.value
  }
}

async function benchWork({ work, title, peers, floor }, { files, bundle, python, say }) {
  const names = ['latchkey', ...peers.filter((peer) => peer !== 'plistlib' || python)]
  const jobs = names.map((name) => ({ label: name, name, work }))
  if (work === 'xml-read') {
    jobs.push({ label: 'latchkey with places', name: 'latchkey', work: 'xml-read-places' })
  }
  if (floor) {
    jobs.push({ label: 'JSON', name: 'json', work: floor })
  }
  const rows = new Map(jobs.map(({ label }) => [label, [label]]))
  const judged = []
  for (const file of files) {
    say(`  ${title.toLowerCase()}, ${file.name}`)
    const { speeds, errors } = await contest(jobs, { file, bundle })
    for (const { label } of jobs) {
      rows.get(label).push(cell(speeds.get(label), errors.get(label), file.megabytes))
      rows.get(label).push(times(speeds, label))
    }
    judged.push(...judge(work, file.name, speeds))
  }
  const head = ['', ...files.flatMap(({ name }) => [`${name}, MB/s`, 'times'])]
  return `### ${title}\n\n${table(head, [...rows.values()])}\n\n${judged.join('  \n')}`
}

async function contest(jobs, { file, bundle }) {
  const runners = jobs.map((job) => ({ ...job, process: start(job.name, bundle) }))
  const errors = new Map()
  const ready = new Map()
  for (const { label, process, work } of runners) {
    const question = { work, file: fileOf(file, work), times: 1 }
    const first = await process.ask(question)
    if (first.error) {
      errors.set(label, first.error)
      continue
    }
    const times = await turns(process, question)
    ready.set(label, async () => (await process.ask({ ...question, times })).seconds)
  }
  const speeds = await alternate(file.rounds, ready)
  for (const { process } of runners) {
    process.stop()
  }
  return { speeds, errors }
}

/** Works for a second, in which the engine compiles what it will; gives how many turns take 150 ms from then on. */
async function turns(process, question) {
  let times = 1
  for (let worked = 0; worked < 1; ) {
    const { seconds } = await process.ask({ ...question, times })
    worked += seconds * times
    times = Math.max(1, Math.ceil(0.15 / seconds))
  }
  return times
}

function fileOf({ path }, work) {
  return `${path}.${work.startsWith('json') ? 'json' : work === 'binary-read' ? 'bin' : 'xml'}`
}

function cell(seconds, error, megabytes) {
  return seconds
    ? `${digits(megabytes / median(seconds))} (${digits(megabytes / p95(seconds))})`
    : `fails: ${error.slice(0, 60)}`
}

function times(speeds, label) {
  const seconds = speeds.get(label)
  return seconds && label !== 'latchkey' ? `${digits(median(seconds) / median(speeds.get('latchkey')))}×` : ''
}

function judge(work, size, speeds) {
  const own = median(speeds.get('latchkey'))
  return Object.entries(AIMS[work])
    .filter(([peer]) => speeds.has(peer))
    .map(([peer, aim]) => {
      const ratio = median(speeds.get(peer)) / own
      return `${size}: at least ${aim}× ${peer}: ${verdict(ratio >= aim)} (${digits(ratio)}×)`
    })
}

async function memory({ files, bundle, python }) {
  const file = files.at(-1)
  const rows = []
  for (const [name, work] of [
    ['latchkey', 'xml-read'],
    ['latchkey', 'binary-read'],
    ['plist', 'xml-read'],
    ['bplist-parser', 'binary-read'],
    ...(python
      ? [
          ['plistlib', 'xml-read'],
          ['plistlib', 'binary-read'],
        ]
      : []),
    ['json', 'json-read'],
  ]) {
    const process = start(name, bundle)
    const { kilobytes: before } = await process.ask({ memory: true })
    await process.ask({ work, file: fileOf(file, work), times: 1 })
    const { kilobytes } = await process.ask({ memory: true })
    process.stop()
    rows.push([`${name}, ${work}`, (kilobytes / 1024).toFixed(0), ((kilobytes - before) / 1024).toFixed(0)])
  }
  return `### Peak memory\n\nResident memory of a process that reads the ${file.name} file once.\n\n${table(['', 'peak, MB', 'above its start, MB'], rows)}`
}
