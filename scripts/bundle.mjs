import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { root } from './sources.mjs'

const folder = `${root}.cache/latchkey`

/**
 * Bundles TypeScript into modules that Node can run, packages left outside.
 * @param {import('esbuild').BuildOptions} options entry points, where the modules go, and what else differs
 */
export async function buildModules(options) {
  // Loaded here: a start that finds everything built does without it.
  const { build } = await import('esbuild')
  return build({
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
 * Bundles one program into a module and gives its path. Node 20 does not run TypeScript. What the program imports only
 * when it needs it stands in a folder beside the module, so that a start does not read it.
 * @param {'server' | 'cli' | 'demo'} name a folder with a main.ts
 */
export async function bundle(name) {
  const outfile = `${folder}/${name}.mjs`
  const { outputFiles } = await buildModules({
    entryPoints: { [name]: `${root}${name}/main.ts` },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: `${name}-parts/[name]-[hash]`,
    splitting: true,
    write: false,
    ...inside[name],
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  })
  // The program itself comes last: whoever starts meanwhile finds the parts of the one that is there.
  const inOrder = outputFiles.toSorted((a, b) => Number(a.path === outfile) - Number(b.path === outfile))
  for (const { path, contents } of inOrder) {
    await mkdir(dirname(path), { recursive: true })
    // Renamed into place, so that a program that starts meanwhile never reads half of it.
    const unfinished = `${path}.${process.pid}`
    await writeFile(unfinished, contents)
    await rename(unfinished, path)
  }
  await removeOthers(`${folder}/${name}-parts`, new Set(outputFiles.map(({ path }) => basename(path))))
  return outfile
}

/** Removes the parts of the bundle before. */
async function removeOthers(parts, kept) {
  const found = existsSync(parts) ? await readdir(parts) : []
  await Promise.all(
    found.filter((file) => !kept.has(file)).map((file) => rm(`${parts}/${file}`, { force: true })),
  )
}

/**
 * The bundle of `name`, made when it is not there.
 * @param {'server' | 'cli'} name
 */
export async function bundled(name) {
  const outfile = `${folder}/${name}.mjs`
  return existsSync(outfile) ? outfile : bundle(name)
}
