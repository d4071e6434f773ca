import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = readFileSync(`${root}docs/promises.md`, 'utf8')
const lines = page.split('\n').filter((line) => /^\| (?!Promise|---)/.test(line))
const endure = readFileSync(`${root}bench/endure.mjs`, 'utf8')
const bench = readFileSync(`${root}bench/bench.mjs`, 'utf8')

it('the page of promises has lines', () => {
  expect(lines.length).toBeGreaterThan(15)
})

it.each(lines)('what shows it is there: %s', (line) => {
  const [, promise = '', shown = ''] = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''))
  expect(promise + shown).not.toBe('')
  const named = [...line.matchAll(/\(\.\.\/([^)]+)\)/g)].map(([, path = '']) =>
    readFileSync(root + path, 'utf8'),
  )
  const titles = [...line.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title)
  for (const title of titles) {
    expect(named.join('\n')).toContain(title)
  }
  for (const [, kind, name = ''] of line.matchAll(/`npm run (endure --|bench) (\w+)/g)) {
    expect(kind === 'bench' ? bench : endure).toMatch(new RegExp(`\\b${name}:`))
  }
  expect(titles.length > 0 || line.includes('`npm run')).toBe(true)
})
