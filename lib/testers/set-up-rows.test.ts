import { describe, expect, test } from 'vitest'
import { guides } from '@/lib/products/jamf-connect/set-up/guides'
import { diagnosisRows } from './diagnosis/rows'
import { checkTables } from './fixtures/check-tables'
import { checks as oktaChecks } from './okta-authn/references'

const rows = new Map(diagnosisRows.map((row) => [row.id, row]))
const checks = new Set(
  [...Object.values(checkTables).flat(), ...Object.values(oktaChecks)].map(({ id }) => id),
)
/** What the ids of the checks begin with that a test may run. */
const RUN_BY = {
  discovery: ['discovery.'],
  oidc: ['oidc.', 'id-token.', 'discovery.'],
  ropg: ['ropg.', 'id-token.', 'discovery.'],
  okta: ['okta.'],
} as const

const withSteps = guides
  .filter(({ steps }) => steps.length > 0)
  .map((guide) => [guide.id, guide.steps] as const)

describe.each(withSteps)('the steps of %s', (_, steps) => {
  const pitfalls = steps.flatMap((step) =>
    (step.pitfalls ?? []).map((pitfall) => ({ step: step.id, ...pitfall })),
  )

  test('name causes that the diagnosis knows', () => {
    const unknown = pitfalls.flatMap(({ step, rows: ids = [] }) =>
      ids.filter((id) => !rows.has(id)).map((id) => `${step}: ${id}`),
    )
    expect(unknown).toEqual([])
  })

  test('name with each code a cause that is found by it', () => {
    const astray = pitfalls.flatMap(({ step, codes = [], rows: ids = [] }) => {
      const found = ids.map((id) => JSON.stringify(rows.get(id)))
      return codes
        .filter((code) => ids.length > 0 && !found.some((row) => row.includes(code)))
        .map((code) => `${step}: ${code}`)
    })
    expect(astray).toEqual([])
  })

  test('are proven by checks that their test runs', () => {
    const astray = steps.flatMap(({ id: step, proof }) => {
      const ways: readonly string[] = proof === undefined ? [] : RUN_BY[proof.test]
      return (proof?.checks ?? [])
        .filter((id) => !checks.has(id) || !ways.some((way) => id.startsWith(way)))
        .map((id) => `${step}: ${id}`)
    })
    expect(astray).toEqual([])
  })
})
