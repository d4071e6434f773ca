import { describe, expect, it } from 'vitest'
import { exportChoice, untouched } from './export-choice'

const decisions = ['keep', 'leave-out', null] as const

describe('a profile is handed out', () => {
  it.each(decisions)('at once when it holds no credential, whatever was decided: %s', (credentials) => {
    expect(exportChoice(0).safeParse({ ...untouched, credentials }).success).toBe(true)
  })

  it.each([1, 7])(
    'only when somebody has decided about %i credentials, and says so beside the choice',
    (secrets) => {
      const read = decisions.map((credentials) =>
        exportChoice(secrets).safeParse({ ...untouched, credentials }),
      )
      expect(read.map(({ success }) => success)).toEqual([true, true, false])
      expect(read[2]?.error?.issues).toMatchObject([
        { path: ['credentials'], message: 'Decide what the file does with the credentials.' },
      ])
    },
  )
})
