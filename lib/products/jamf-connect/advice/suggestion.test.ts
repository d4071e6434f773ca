import { expect, test } from 'vitest'
import { suggestionFor } from './looked-up'

test('a name that is far from every key has no suggestion', () => {
  expect(suggestionFor('com.jamf.connect.login', ['SomethingElseAltogether'])).toBeUndefined()
  expect(suggestionFor('com.jamf.connect.login', ['ID'])).toBeUndefined()
})

test('a key inside a list is suggested for the same list', () => {
  const found = suggestionFor('com.jamf.connect.actions', ['Actions', 0, 'Tooltip'])
  expect(found).toMatchObject({ because: 'spelling', key: { id: 'actions/Actions/[]/ToolTip' } })
})
