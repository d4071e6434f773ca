import { expect, it } from 'vitest'
import { reportNames } from './report-names'

it('gives every report a name of its own, also within a minute and of one run that was kept twice', () => {
  const names = reportNames(
    ['02:37:12.100Z', '02:37:41.000Z', '02:37:12.100Z', '02:38:12.000Z'].map((time) => ({
      at: `2026-11-30T${time}`,
    })),
  )
  expect(new Set(names).size).toBe(4)
  expect(names[0]).toMatch(/^30 November 2026 at \d\d:37:12$/)
  expect(names[2]).toBe(`${names[0]} (2)`)
})
