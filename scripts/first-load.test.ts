import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from './sources.mjs'

/** Each with what stands around it. */
const around = ['app/layout.tsx', 'app/(workspace)/layout.tsx']
const pages = {
  editor: ['app/(workspace)/configurations/[id]/page.tsx', ...around],
  list: ['app/(workspace)/page.tsx', ...around],
} as const
type Page = keyof typeof pages

/** The modules that a page imports before anything is asked for, by their paths from the root of the project. */
const loaded = new Map<Page, readonly string[]>()

beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: [...new Set(Object.values(pages).flat())],
    absWorkingDir: root,
    outdir: 'nowhere',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    metafile: true,
    jsx: 'automatic',
    external: ['next', 'react', 'react-dom', '*.css'],
    logLevel: 'error',
  })
  const outputs = Object.entries(metafile.outputs)
  for (const [page, entryPoints] of Object.entries(pages)) {
    const reached = new Set<string>()
    const next = outputs
      .filter(([, { entryPoint = '' }]) => entryPoints.some((each) => each === entryPoint))
      .map(([path]) => path)
    expect(next).toHaveLength(entryPoints.length)
    for (let path = next.pop(); path !== undefined; path = next.pop()) {
      if (!reached.has(path)) {
        reached.add(path)
        const imports = metafile.outputs[path]?.imports ?? []
        next.push(...imports.filter(({ kind }) => kind === 'import-statement').map((each) => each.path))
      }
    }
    const modules = [...reached].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}))
    loaded.set(page as Page, modules)
  }
}, 60_000)

describe('what a page loads before anybody asks for it', () => {
  it.each(['editor', 'list'] as const)('has no forms, schemas, rules, facts of Apple or help: %s', (page) => {
    const late =
      /^node_modules\/(?:zod|react-hook-form|@hookform)\/|\/advice\/|\/outcome\/|\/password-codes\.ts$|\.help\.ts$|\/apple\/payload/
    const modules = loaded.get(page) ?? []
    expect(modules.length).toBeGreaterThan(20)
    expect(modules.filter((module) => late.test(module))).toEqual([])
  })
})
