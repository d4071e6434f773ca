import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { guides } from '../products/jamf-connect/set-up/guides'
import { diagnosisRows } from './diagnosis/rows'

const steps = guides.flatMap((guide) => guide.steps.map((step) => [`${guide.id}#${step.id}`, step] as const))

/** The names that checks are written down with; some stand in lists of tests that are no lists of checks. */
function checkNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return entry.name === 'fixtures' ? [] : checkNames(path)
    }
    return entry.name.endsWith('.test.ts')
      ? []
      : [...readFileSync(path, 'utf8').matchAll(/'((?:discovery|oidc|ropg|okta)\.[a-z-]+)'/g)].map(
          ([, name = '']) => name,
        )
  })
}

test.each(steps)('%s leads back from diagnosis rows that there are', (_, { pitfalls = [] }) => {
  const ids = diagnosisRows.map(({ id }) => id)
  expect(pitfalls.flatMap(({ rows = [] }) => rows).filter((row) => !ids.includes(row))).toEqual([])
})

test.each(steps)('%s leads back from checks that there are', (_, { proof }) => {
  const known = checkNames(import.meta.dirname)
  expect((proof?.checks ?? []).filter((check) => !known.includes(check))).toEqual([])
})
