import { expect, test } from 'vitest'
import { checkTables } from './fixtures/check-tables'

test.each(Object.entries(checkTables))(
  'every check of %s says what is so when it does not pass',
  (_, checks) => {
    const untold = checks.filter(
      ({ failedTitle, warningTitle }) => (failedTitle ?? warningTitle) === undefined,
    )
    expect(untold.map(({ id }) => id)).toEqual([])
    for (const { id, title, failedTitle, warningTitle } of checks) {
      for (const other of [failedTitle, warningTitle]) {
        expect(other, id).not.toBe(title)
        expect(other ?? '', id).not.toMatch(/\.$|!|does not hold/)
      }
    }
  },
)
