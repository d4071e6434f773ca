#!/usr/bin/env node
import { existsSync, readdirSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../scripts/bundle.mjs'
import { root } from '../scripts/sources.mjs'

// `latchkey check … | head` closes the pipe early; that is no failure. A full disk behind `> file` is one.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') {
      process.exit(process.exitCode ?? 0)
    }
    const why = error.code === 'ENOSPC' ? 'the volume is full' : `${error.code ?? error.message}`
    try {
      writeSync(
        2,
        `latchkey: The output cannot be written: ${why}. What was written so far is not complete.\n`,
      )
    } catch {
      // Nobody is left to be told.
    }
    process.exit(2)
  })
}

const { run } = await import(await program('cli'))
process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  cwd: process.cwd(),
  isTty: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
  env: process.env,
  terminal: process.stdin.isTTY && process.stderr.isTTY ? process.stdin : undefined,
  onInterrupt,
  loadTests: async () => import(await program('cli/testing')),
})

/**
 * Only the first Ctrl-C is taken; a second one ends the process.
 * @param {() => void} listener
 */
function onInterrupt(listener) {
  const signals = ['SIGINT', 'SIGTERM']
  const take = () => {
    leave()
    listener()
  }
  const leave = () => signals.forEach((signal) => void process.off(signal, take))
  for (const signal of signals) {
    process.on(signal, take)
  }
  return leave
}

/**
 * A bundled program, made anew when a source is newer. Node 20 does not run TypeScript.
 * @param {'cli' | 'cli/testing'} name
 */
async function program(name) {
  const made = `${root}.cache/latchkey/${name}.mjs`
  const sources = ['cli', 'lib'].flatMap((folder) => files(join(root, folder)))
  const newest = Math.max(...[...sources, `${root}package.json`].map((path) => statSync(path).mtimeMs))
  if (existsSync(made) && statSync(made).mtimeMs >= newest) {
    return made
  }
  try {
    return await bundle(name)
  } catch (error) {
    console.error(`latchkey: The program cannot be put together in ${root}.cache. ${error.message}`)
    process.exit(2)
  }
}

/** @param {string} folder */
function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}
