import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bareMethods, isRoute } from './routes.mjs'
import { root } from './sources.mjs'

/** Methods that look at the mark of the gate themselves, which the test beside each shows, and why. */
const others: Readonly<Record<string, { readonly methods: readonly string[]; readonly because: string }>> = {
  'app/callback/route.ts': {
    methods: ['GET', 'POST'],
    because: 'It shows a page to a browser that comes from an identity provider: its errors are no JSON.',
  },
}

const routes = readdirSync(`${root}app`, { recursive: true, encoding: 'utf8' })
  .map((name) => `app/${name.replaceAll('\\', '/')}`)
  .filter(isRoute)

it('every method of every route is made by the wrapper, but for those that are named', () => {
  expect(routes.length).toBeGreaterThan(25)
  const bare = routes.map((path) => [path, bareMethods(path, readFileSync(root + path, 'utf8'))] as const)
  expect(Object.fromEntries(bare.filter(([, methods]) => methods.length > 0))).toEqual(
    Object.fromEntries(Object.entries(others).map(([path, { methods }]) => [path, methods])),
  )
})

const wrapper = "import { handle } from '@/lib/access/handle'\n"
const answer = "Response.json('planted')"

it.each([
  ['a function', `export async function DELETE() {\n  return ${answer}\n}\n`],
  ['an arrow', `export const DELETE = async () => ${answer}\n`],
  ['a wrapper of its own', `const handle = (run) => run\nexport const DELETE = handle(() => ${answer})\n`],
  [
    'a wrapper of the same name',
    `import { handle } from './handle'\nexport const DELETE = handle({}, async () => ${answer})\n`,
  ],
  ['a variable', `${wrapper}export let DELETE = handle({}, async () => ${answer})\n`],
  ['a list of exports', `const remove = async () => ${answer}\nexport { remove as DELETE }\n`],
  ['a name from elsewhere', "export { DELETE } from './elsewhere'\n"],
  ['a method of no route', "import { DELETE as remove } from './elsewhere'\nexport const DELETE = remove\n"],
  ['a pattern', "import { methods } from './elsewhere'\nexport const { DELETE } = methods\n"],
  ['a renamed part', "import { methods } from './elsewhere'\nexport const { remove: DELETE } = methods\n"],
  ['what is wrapped inside', `${wrapper}export const DELETE = (...all) => handle({}, run)(...all)\n`],
])('a bare method is found: %s', (_, source) => {
  expect(bareMethods('app/api/planted/route.ts', source)).toEqual(['DELETE'])
})

it('everything that another module exports may be a method', () => {
  expect(bareMethods('app/api/planted/route.ts', "export * from './elsewhere'\n")).toEqual(['*'])
})

it.each([
  `${wrapper}export const DELETE = handle({}, async () => ${answer})\n`,
  "import { handle as held } from '@/lib/access/handle'\nexport const GET = held({}, run)\n",
  "import { handleStream } from '@/lib/access/handle-stream'\nexport const POST = handleStream(body, run, end)\n",
  "import { GET as health } from '../health/route'\nexport const GET = health\n",
  `${wrapper}export const runtime = 'nodejs'\nexport type GET = string\n`,
])('a method that the wrapper makes is none: %s', (source) => {
  expect(bareMethods('app/api/planted/route.ts', source)).toEqual([])
})
