import { expect, test } from 'vitest'
import { distance, suggestionFor } from './suggestion'

test('the distance counts letters that are changed, added, missing or swapped', () => {
  const pairs = [
    ['', '', 0],
    ['abc', '', 3],
    ['DenyLocal', 'DenyLocla', 1],
    ['Migrate', 'Migrates', 1],
    ['kitten', 'sitting', 3],
    ['abcd', 'badc', 2],
  ] as const
  for (const [left, right, steps] of pairs) {
    expect(distance(left, right)).toBe(steps)
    expect(distance(right, left)).toBe(steps)
  }
})

test('a name that is far from every key has no suggestion', () => {
  expect(suggestionFor('com.jamf.connect.login', ['SomethingElseAltogether'])).toBeUndefined()
  expect(suggestionFor('com.jamf.connect.login', ['ID'])).toBeUndefined()
})

test('a key inside a list is suggested for the same list', () => {
  const found = suggestionFor('com.jamf.connect.actions', ['Actions', 0, 'Tooltip'])
  expect(found).toMatchObject({ because: 'spelling', key: { id: 'actions/Actions/[]/ToolTip' } })
})
