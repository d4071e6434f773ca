import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const use = (name: string, from: string) =>
  `import { ${name} } from '${from}'\n\nexport const planted = ${name}\n`
const request = "export const planted = () => fetch('https://example.com')\n"

/** What must not pass, where it is planted, and the rule that has to find it. */
const violations = [
  [
    'lib/schema reaching into the library',
    'lib/schema/a.ts',
    use('x', '@/lib/library/list'),
    'noRestrictedImports',
  ],
  [
    'lib/schema reaching into profiles',
    'lib/schema/b.ts',
    use('x', '../profile/open'),
    'noRestrictedImports',
  ],
  [
    'a manifest reaching into profiles',
    'lib/schema/manifests/c.ts',
    use('x', '../../profile/open'),
    'noRestrictedImports',
  ],
  ['lib/plist reaching into profiles', 'lib/plist/d.ts', use('x', '../profile/open'), 'noRestrictedImports'],
  ['lib/plist reaching into schema', 'lib/plist/e.ts', use('x', '../schema/keys'), 'noRestrictedImports'],
  ['lib/plist needing Node', 'lib/plist/f.ts', use('readFile', 'node:fs/promises'), 'noRestrictedImports'],
  [
    'lib/profile reaching into the library',
    'lib/profile/g.ts',
    use('x', '../library/list'),
    'noRestrictedImports',
  ],
  ['lib/egress reaching into schema', 'lib/egress/q.ts', use('x', '../schema/keys'), 'noRestrictedImports'],
  [
    'lib/outcome reaching into testers',
    'lib/outcome/r.ts',
    use('x', '../testers/report'),
    'noRestrictedImports',
  ],
  [
    'a tester reaching into the library',
    'lib/testers/oidc/s.ts',
    use('x', '@/lib/library/list'),
    'noRestrictedImports',
  ],
  [
    'a component running a tester',
    'components/testers/t.tsx',
    use('x', '@/lib/testers/run-checks'),
    'noRestrictedImports',
  ],
  [
    'a component in the library’s rooms',
    'components/library/h.tsx',
    use('x', '@/lib/library/list'),
    'noRestrictedImports',
  ],
  [
    'a component in the access checks',
    'components/editor/i.tsx',
    use('x', '@/lib/access/guard'),
    'noRestrictedImports',
  ],
  [
    'a component opening a database',
    'components/editor/j.tsx',
    use('Kysely', 'kysely'),
    'noRestrictedImports',
  ],
  [
    'the look knowing the domain',
    'components/ui/k.tsx',
    use('x', '@/lib/schema/keys'),
    'noRestrictedImports',
  ],
  ['a request beside the one door to the network', 'lib/profile/l.ts', request, 'noRestrictedGlobals'],
  ['a request made by the server itself', 'server/m.ts', request, 'noRestrictedGlobals'],
] as const

/** What a room may see, as a check that the rules are not simply against everything. */
const lawful = [
  ['components/editor/n.tsx', use('configurationName', '@/lib/library/api')],
  ['lib/profile/o.ts', use('x', '../schema/keys')],
  ['lib/schema/p.ts', use('x', '../plist/value')],
] as const

let folder: string
let found: Map<string, string[]>

/** Checks the planted files in a folder of their own, with the project's rules. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-borders-'))
  await mkdir(join(folder, 'node_modules'))
  for (const file of ['biome.json', 'package.json', '.gitignore']) {
    await copyFile(root + file, join(folder, file))
  }
  for (const [path, source] of [...violations.map(([, ...rest]) => rest), ...lawful]) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), source)
  }
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.']
  const biome = promisify(execFile)(`${root}node_modules/.bin/biome`, args, { cwd: folder })
  const { stdout } = await biome.catch((error: { stdout: string }) => error)
  found = new Map()
  for (const { category, location } of JSON.parse(stdout).diagnostics) {
    found.set(location.path, [...(found.get(location.path) ?? []), category])
  }
})
afterAll(() => rm(folder, { recursive: true }))

it.each(violations)('%s is refused', (_, path, __, rule) => {
  expect(found.get(path)).toContainEqual(expect.stringContaining(rule))
})

it.each(lawful)('%s is allowed', (path) => {
  expect(found.get(path)?.filter((category) => category.includes('noRestricted')) ?? []).toEqual([])
})
