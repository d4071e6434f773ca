import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { root } from '../scripts/sources.mjs'

/** The framework's command line. */
export const nextProgram = createRequire(import.meta.url).resolve('next/dist/bin/next')

const folder = `${root}.cache/latchkey/bench/bare`

const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  // Dependencies are those of the project around it.
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(root.slice(0, -1))} } }`,
  'app/layout.js':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
  'app/page.js':
    "import { Counter } from './counter'\nexport const dynamic = 'force-dynamic'\nexport default function Page() { return <Counter /> }",
  'app/counter.js':
    "'use client'\nimport { useState } from 'react'\nexport function Counter() { const [n, set] = useState(0); return <button onClick={() => set(n + 1)}>{n}</button> }",
  // The same app behind a server of one's own, as Latchkey is.
  'server.mjs': `import { createServer } from 'node:http'
import next from 'next'
const app = next({ dev: false, dir: import.meta.dirname, hostname: '127.0.0.1', port: Number(process.env.PORT) })
await app.prepare()
createServer(app.getRequestHandler()).listen(Number(process.env.PORT), '127.0.0.1')
`,
}

/** Makes and builds a Next app of one page with one client component; gives its folder. */
export function buildBareApp() {
  mkdirSync(`${folder}/app`, { recursive: true })
  for (const [name, content] of Object.entries(FILES)) {
    writeFileSync(`${folder}/${name}`, content)
  }
  const { status, stderr, stdout } = spawnSync(process.execPath, [nextProgram, 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  if (status !== 0 || !existsSync(`${folder}/.next/BUILD_ID`)) {
    throw new Error(`The bare app could not be built: ${stdout}${stderr}`)
  }
  return folder
}
