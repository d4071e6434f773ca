import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { root } from './sources.mjs'

const folder = `${root}.cache/latchkey`

/**
 * Bundles TypeScript into modules that Node can run, packages left outside.
 * @param {import('esbuild').BuildOptions} options entry points, where the modules go, and what else differs
 */
export async function buildModules(options) {
  // Loaded here: a start that finds everything built does without it.
  const { build } = await import('esbuild')
  await build({
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.9',
    tsconfig: `${root}tsconfig.json`,
    ...options,
  })
}

/** The packages of a start go into its bundle: kysely alone is hundreds of files, which take longer to load than the framework. */
const inside = {
  server: { packages: 'bundle', external: ['next', 'libsql'] },
  cli: {},
  demo: {},
}

/**
 * Bundles one program into a module and gives its path. Node 20 does not run TypeScript.
 * @param {'server' | 'cli' | 'demo'} name a folder with a main.ts
 */
export async function bundle(name) {
  const outfile = `${folder}/${name}.mjs`
  // Renamed into place, so that a program that starts meanwhile never reads half of it.
  const unfinished = `${outfile}.${process.pid}`
  await buildModules({
    entryPoints: [`${root}${name}/main.ts`],
    outfile: unfinished,
    ...inside[name],
    sourcemap: 'inline',
    sourcesContent: false,
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
