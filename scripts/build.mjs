import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { root, sourceHash } from './sources.mjs'

/** Kept inside the build, which the framework empties before it makes a new one: half a build has no mark. */
const mark = `${root}.next/latchkey-sources`

/** Whether the build is there and made from the sources as they are. */
export function isBuilt() {
  return (
    existsSync(`${root}.next/BUILD_ID`) && existsSync(mark) && readFileSync(mark, 'utf8') === sourceHash()
  )
}

/**
 * Makes the production build. All its output goes to standard error. Throws an Error with one sentence when it fails.
 */
export async function build() {
  const sources = sourceHash()
  await bundle('server')
  if (existsSync(`${root}cli/main.ts`)) {
    await bundle('cli')
  }
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, [next, 'build'], { cwd: root, env, stdio: ['ignore', 2, 2] })
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (status !== 0) {
    throw Object.assign(new Error('The build failed; the lines above say why.'), { name: 'StartError' })
  }
  writeFileSync(mark, sources)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
}
