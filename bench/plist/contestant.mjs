// One contestant in a process of its own. Takes lines {work, file, times} and answers {seconds} or {error};
// {memory: true} is answered with the process's peak.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { contestants } from './work.mjs'

const [name = '', bundle = ''] = process.argv.slice(2)
const works = await contestants[name]?.(bundle)
let held = { name: '', input: undefined }
/** Garbage is collected when the engine wants to: asked for, it would forget what it has compiled. */
let sink

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(JSON.parse(line))))
}

function answer({ memory, work, file, times }) {
  if (memory) {
    return { kilobytes: process.resourceUsage().maxRSS }
  }
  try {
    return { seconds: measure(works[work], `${work} ${file}`, file, times) }
  } catch (error) {
    return { error: error.message }
  }
}

function measure({ prepare, run }, key, file, times) {
  if (held.name !== key) {
    held = { name: '', input: undefined }
    held = { name: key, input: prepare(new Uint8Array(readFileSync(file))) }
  }
  const start = process.hrtime.bigint()
  for (let time = 0; time < times; time++) {
    sink = run(held.input)
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9 / times
  return sink === undefined ? Number.NaN : seconds
}
