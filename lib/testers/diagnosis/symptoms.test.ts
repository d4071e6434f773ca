import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diagnosisRows } from './rows'

const TESTERS = join(import.meta.dirname, '..')

/** The symptoms that checks ask the table of causes about, as their sources name them. */
function raised(): string[] {
  const sources = readdirSync(TESTERS, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('diagnosis'),
  )
  const named = sources.flatMap((name) =>
    [...readFileSync(join(TESTERS, name), 'utf8').matchAll(/\bsymptom: '([a-z-]+)'/g)].map(
      ([, symptom = '']) => symptom,
    ),
  )
  return [...new Set(named)].toSorted()
}

test('every symptom that a check raises has a row, and every row of a symptom a check that raises it', () => {
  const explained = diagnosisRows.flatMap(({ match }) => match.symptom ?? [])
  expect(raised().length).toBeGreaterThan(1)
  expect([...new Set(explained)].toSorted()).toEqual(raised())
})
