import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'
import { parsed } from '@/scripts/imports.mjs'
import { providers } from '../providers/providers'

const folder = fileURLToPath(new URL('..', import.meta.url))
const spellings = new Set<unknown>(providers.flatMap(({ id, formerly }) => [id, ...formerly]))

/** The manifests and the links, without their tests and the help, which is sentences. */
const files = ['manifests', 'links'].flatMap((room) =>
  readdirSync(folder + room, { recursive: true, encoding: 'utf8' })
    .map((name) => `${room}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.ts$/.test(path) && !/\.(?:test|help)\.ts$|\/fixtures\//.test(path)),
)

/** The providers that a source names, as a text, a key or a member. */
function namedIn(path: string, source: string): string[] {
  const { program } = parsed(path, source)
  const found: string[] = []
  const take = (name: unknown) => {
    if (spellings.has(name)) {
      found.push(`${name}`)
    }
  }
  /** The titles of groups, one of which is called as a provider is. */
  const titles = new Set<unknown>()
  new Visitor({
    Property: ({ key, value }) => {
      const name = key.type === 'Identifier' ? key.name : undefined
      take(name)
      titles.add(name === 'group' ? value : undefined)
    },
    MemberExpression: ({ property }) => take(property.type === 'Identifier' ? property.name : undefined),
    Literal: (literal) => take(titles.has(literal) ? undefined : literal.value),
    TemplateElement: ({ value }) => take(value.cooked),
  }).visit(program)
  return found
}

test('no manifest and no link names a provider: conditions ask for traits of the rows', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(
    files.flatMap((path) => namedIn(path, readFileSync(folder + path, 'utf8')).map((name) => [path, name])),
  ).toEqual([])
})

test.each([
  ["x = { appliesWhen: { provider: ['EntraID'] } }", 'EntraID'],
  ['x = { provider: [`Custom`] }', 'Custom'],
  ['x = { is: ["Okta OIDC"] }', 'Okta OIDC'],
  ["x = { placeholders: { IBMCI: 'example' } }", 'IBMCI'],
  ['x = providerRows.OneLogin.label', 'OneLogin'],
])('%s names %s', (source, name) => {
  expect(namedIn('x.ts', source)).toEqual([name])
})
