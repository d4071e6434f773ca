import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './sources.mjs'

/**
 * Prints the packages that Latchkey runs with, by license: those of the lock file without the ones that only developing
 * needs, packages for other systems included.
 */
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const byLicense = new Map()
for (const [path, { dev, license = 'not named', version }] of Object.entries(packages)) {
  if (path !== '' && !dev) {
    const name = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${version}`
    byLicense.set(license, [...(byLicense.get(license) ?? []), name])
  }
}
for (const [license, names] of [...byLicense].sort(([, left], [, right]) => right.length - left.length)) {
  console.log(`${license} (${names.length})\n  ${[...new Set(names)].join('\n  ')}`)
}
