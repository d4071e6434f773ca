import { expect, it } from 'vitest'
import { leftBehind } from './find-drafts'

const now = Date.parse('2026-11-22T12:00:00Z')
const day = 86_400_000
const draft = (window: string, age: number) => ({ window, updatedAt: new Date(now - age).toISOString() })

it('offers what closed windows have left within 30 days, and nothing of a window that is open', () => {
  const drafts = [
    draft('open', 0),
    draft('closed', day),
    draft('in time', 30 * day - 1),
    draft('too old', 30 * day),
  ]
  const offered = leftBehind(drafts, new Set(['open', 'elsewhere']), now)
  expect(offered.map(({ window }) => window)).toEqual(['closed', 'in time'])
})
