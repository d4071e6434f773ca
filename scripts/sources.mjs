import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the project, with a trailing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const folders = ['app', 'cli', 'components', 'lib', 'public', 'server']
const files = ['next.config.mjs', 'package-lock.json', 'package.json', 'postcss.config.mjs', 'tsconfig.json']

/**
 * One hash over the names and contents of everything the build is made from, and the Node release that made it.
 * Times are left out: a checkout gives every file a new one.
 */
export function sourceHash() {
  const hash = createHash('sha256').update(process.versions.node.split('.', 1)[0] ?? '')
  for (const path of [...folders.flatMap(filesIn), ...files].sort()) {
    const content = readFileSync(root + path)
    hash.update(`\n${path} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** @param {string} folder */
function filesIn(folder) {
  if (!existsSync(root + folder)) {
    return []
  }
  return readdirSync(root + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => `${(entry.parentPath ?? entry.path).slice(root.length)}/${entry.name}`)
}
