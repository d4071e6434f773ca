import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import floors from './floors.json'
import { root } from './sources.mjs'

type Locked = {
  readonly version: string
  readonly hasInstallScript?: true
  readonly dev?: true
  readonly license?: string
}
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>
}

const numbers = (version: string) => version.split('.').map(Number)

/** Whether a version is as new as another; both of three numbers. */
function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [numbers(version), numbers(floor)]
  const differs = have.findIndex((number, index) => number !== want[index])
  return differs < 0 || (have[differs] ?? 0) > (want[differs] ?? 0)
}

it.each(Object.entries(floors))('%s is not older than the release that mends %o', (name, { atLeast }) => {
  const found = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
  expect(found).not.toEqual([])
  for (const [path, { version }] of found) {
    expect([path, version, isAtLeast(version, atLeast)]).toEqual([path, version, true])
  }
})

it('compares versions by number', () => {
  expect(isAtLeast('16.4.10', '16.4.6')).toBe(true)
  expect(isAtLeast('16.4.5', '16.4.6')).toBe(false)
  expect(isAtLeast('17.0.0', '16.4.6')).toBe(true)
})

it('no package runs a program when it is installed, but the one that is known to', () => {
  const scripts = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)
  // It looks for the binary that its own package for this system brings.
  expect(scripts.map(([path]) => path)).toEqual(['node_modules/esbuild'])
})

it('the bill of materials is CycloneDX and names every package the product runs with, with its license', () => {
  const { sbom } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts as { sbom: string }
  const [program = '', ...args] = sbom.split(' ')
  const bill = JSON.parse(
    execFileSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }),
  ) as {
    readonly bomFormat: string
    readonly components: readonly {
      readonly name: string
      readonly version: string
      readonly licenses?: readonly unknown[]
    }[]
  }
  expect(bill.bomFormat).toBe('CycloneDX')
  const named = new Set(bill.components.map(({ name, version }) => `${name} ${version}`))
  const running = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
  expect(running.length).toBeGreaterThan(50)
  for (const [path, { version }] of running) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    expect(named).toContain(`${name} ${version}`)
  }
  expect(bill.components.filter(({ licenses }) => !licenses?.length)).toEqual([])
})

it('the list of licenses names the framework under its own', () => {
  const listed = execFileSync(process.execPath, [join(root, 'scripts', 'licenses.mjs')], { encoding: 'utf8' })
  expect(listed).toMatch(/^MIT \(\d+\)\n( {2}.*\n)* {2}next \d/m)
  expect(listed).not.toContain('not named')
})
