import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawn, packageOf, permits, violationsOf } from './borders.mjs'
import { allImports, askedBy, targetOf } from './imports.mjs'
import { networkModules, roomOf, rooms } from './rooms.mjs'
import { root } from './sources.mjs'

const names = Object.keys(rooms)
const imports = allImports()

/** What a file in a room is told when it imports a module, by each way there is. */
const ways: readonly (readonly [string, (module: string) => string])[] = [
  ['import', (module) => `import { x } from '${module}'\nexport const y = x\n`],
  ['import type', (module) => `import type { X } from '${module}'\nexport type Y = X\n`],
  ['export from', (module) => `export * from '${module}'\n`],
  ['import()', (module) => `export const y = () => import('${module}')\n`],
  ['a type of import()', (module) => `export type Y = import('${module}').X\n`],
  ['require', (module) => `export const y = require('${module}')\n`],
  ['module.require', (module) => `export const y = module.require('${module}')\n`],
  ['a template', (module) => `export const y = () => import(\`${module}\`)\n`],
]
const senders = [
  'fetch("https://example.com")',
  'globalThis.fetch("https://example.com")',
  'window.fetch("https://example.com")',
  'new WebSocket("wss://example.com")',
  'new XMLHttpRequest()',
  'new EventSource("https://example.com")',
  'navigator.sendBeacon("https://example.com")',
  'window.navigator.sendBeacon("https://example.com")',
  'globalThis["fetch"]("https://example.com")',
  'window.top.fetch("https://example.com")',
  'fetch.call(null, "https://example.com")',
  '["https://example.com"].map(fetch)',
  '({ fetch })',
  '{ const send = fetch; return send("https://example.com") }',
  '{ const { fetch: send } = globalThis; return send("https://example.com") }',
  'new (class extends WebSocket {})("wss://example.com")',
  'new RTCPeerConnection({})',
  'Object.assign(new Image(), { src: "https://example.com" })',
]
/** Ways to a module whose name is only known when it runs, or that no import shows. */
const unknowns = [
  `export const y = (x) => import(\`@/lib/\${x}\`)\n`,
  "export const y = () => import('@/lib/' + 'egress')\n",
  "const to = '@/lib/egress'\nexport const y = () => import(to)\n",
  "export const y = () => import(import.meta.resolve('../egress/egress'))\n",
  'export const y = (x) => require(x)\n',
  '/// <reference path="../egress/egress.ts" />\nexport const y = 1\n',
]

function planted(room: string, source: string): string[] {
  const path = `${room}/planted/file.ts`
  return violationsOf(path, askedBy(path, source))
}

it('every file stands in a room and imports what its room may', () => {
  expect(imports.size).toBeGreaterThan(700)
  expect([...imports].flatMap(([path, asked]) => violationsOf(path, asked))).toEqual([])
})

const named = (list: readonly string[] | 'all' = []) => (list === 'all' ? [] : list)

it('the table allows nothing that nobody needs', () => {
  const idle = names.flatMap((name) => {
    const asked = [...imports].filter(([path]) => roomOf(path) === name)
    const modules = asked.flatMap(([path, { modules }]) => modules.map((module) => targetOf(path, module)))
    const used = new Set(modules.flatMap((module) => [roomOf(module) ?? '', module, packageOf(module)]))
    const { uses, node, packages, network, drawnAs } = rooms[name] as (typeof rooms)[string]
    // What every product may use need not be used by each.
    const allowed = [
      ...(drawnAs === undefined ? uses : []),
      ...named(packages),
      ...named(node).map((module) => `node:${module}`),
    ]
    const silent = network !== undefined && !asked.some(([, each]) => each.network)
    return [...allowed.filter((each) => !used.has(each)), ...(silent ? ['network'] : [])].map(
      (each) => `${name}: ${each}`,
    )
  })
  expect(idle).toEqual([])
})

it('the rooms stand on each other without a circle', () => {
  const earlier = new Set<string>()
  for (const name of names) {
    expect([...(rooms[name]?.uses ?? [])].filter((each) => !earlier.has(each))).toEqual([])
    earlier.add(name)
  }
})

describe.each(names)('%s', (name) => {
  const { uses, node, packages, network } = rooms[name] as (typeof rooms)[string]
  const foreign = names.filter((each) => each !== name && !uses.includes(each))

  it.each(ways)('is refused every other room by %s', (_, write) => {
    for (const room of foreign) {
      expect(planted(name, write(`@/${room}/planted`))).toHaveLength(1)
    }
    for (const room of uses) {
      expect(planted(name, write(`@/${room}/planted`))).toEqual([])
    }
  })

  it('is refused modules of Node and packages that it does not name', () => {
    for (const module of ['fs', 'fs/promises', 'child_process', 'worker_threads', 'vm', ...networkModules]) {
      expect(planted(name, `import 'node:${module}'\n`)).toHaveLength(permits(node, module) ? 0 : 1)
    }
    for (const module of ['kysely', 'libsql', 'openid-client', 'react', 'next/server', 'undici']) {
      const allowed = permits(packages, packageOf(module))
      expect(planted(name, `import '${module}'\n`)).toHaveLength(allowed ? 0 : 1)
    }
  })

  it('names what it imports', () => {
    for (const unknown of unknowns) {
      expect(planted(name, unknown)).toHaveLength(rooms[name]?.loads ? 0 : 1)
    }
    expect(planted(name, "export const y = process.getBuiltinModule('node:tls')\n")).toHaveLength(
      permits(node, 'tls') ? 0 : 1,
    )
  })

  it('sends nothing past the door to the network', () => {
    for (const sender of senders) {
      expect(planted(name, `export const sent = () => ${sender}\n`), sender).toHaveLength(network ? 0 : 1)
    }
  })
})

it('a file outside the rooms, and a fixture in a product, are refused', () => {
  expect(violationsOf('lib/new-room/file.ts', askedBy('file.ts', ''))).toHaveLength(1)
  for (const fixture of [
    '@/lib/schema/fixtures/settings',
    '@/lib/profile/fixtures/planted',
    '../fixtures/x',
  ]) {
    expect(planted('lib/profile', `import { x } from '${fixture}'\n`)).toHaveLength(1)
  }
  expect(planted('lib/profile', "import { x } from '../../../vitest.config'\n")).toHaveLength(1)
})

it('what is called as a way to send and is none may be', () => {
  const harmless =
    'export type X = { readonly fetch: (x: string) => string }\nexport const y = (x: X) => x.fetch("1")\n'
  expect(planted('lib/profile', harmless)).toEqual([])
})

it('no folder of sources stands beside those that are looked through', () => {
  const known = new Set([...imports.keys()].map((path) => path.split('/')[0]))
  const others = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !known.has(entry.name))
    .map(({ name }) => name)
  expect(
    others.filter((name) => !['node_modules', 'docs', 'public', 'e2e', 'test-results'].includes(name)),
  ).toEqual([])
})

it('the drawing in ARCHITECTURE.md is that of the table', () => {
  const page = readFileSync(`${root}ARCHITECTURE.md`, 'utf8')
  expect(page).toContain('flowchart')
  expect(drawn(page)).toBe(page)
})
