import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { build } from 'esbuild'
import { root } from './sources.mjs'

const folder = `${root}.cache/latchkey`

/**
 * Bundles one TypeScript entry into a module Node can run, packages left outside, and gives its path.
 * Node 20 does not run TypeScript.
 * @param {'server' | 'cli' | 'demo'} name a folder with a main.ts
 */
export async function bundle(name) {
  const outfile = `${folder}/${name}.mjs`
  // Renamed into place, so that a program that starts meanwhile never reads half of it.
  const unfinished = `${outfile}.${process.pid}`
  await build({
    entryPoints: [`${root}${name}/main.ts`],
    outfile: unfinished,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.9',
    tsconfig: `${root}tsconfig.json`,
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  await rename(unfinished, outfile)
  return outfile
}

/**
 * The bundle of `name`, made when it is not there.
 * @param {'server' | 'cli'} name
 */
export async function bundled(name) {
  const outfile = `${folder}/${name}.mjs`
  return existsSync(outfile) ? outfile : bundle(name)
}
