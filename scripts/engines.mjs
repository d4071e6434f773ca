import { pathToFileURL } from 'node:url'
import { build, isBuilt } from './build.mjs'
import { buildModules } from './bundle.mjs'
import { findEngines } from './engine-programs.mjs'
import { root } from './sources.mjs'

/**
 * Makes the main journeys in Firefox and in WebKit, over the production build and an empty library. Arguments: `firefox` or
 * `webkit` for one of them, and part of the name of a journey.
 */
async function main() {
  const args = process.argv.slice(2)
  const known = /** @type {const} */ (['firefox', 'webkit'])
  const named = known.filter((engine) => args.includes(engine))
  const only = args.find((each) => !known.some((engine) => engine === each)) ?? ''
  process.chdir(root)
  const programs = findEngines()
  if (!isBuilt()) {
    await build()
  }
  const outfile = `${root}.cache/latchkey/engines.mjs`
  await buildModules({ entryPoints: [`${root}e2e/engines/main.ts`], outfile, logLevel: 'warning' })
  // oidc-provider warns that a demo is not made for production, and about the release of Node.
  console.warn = () => undefined
  const { journeysIn } = await import(pathToFileURL(outfile).href)
  let failed = 0
  for (const engine of named.length > 0 ? named : known) {
    failed += await journeysIn(engine, programs, only, console.log)
  }
  return failed === 0 ? 0 : 1
}

main().then(
  (status) => process.exit(status),
  (error) => {
    console.error(error.message)
    process.exit(1)
  },
)
