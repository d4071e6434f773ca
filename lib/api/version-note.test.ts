import { expect, it } from 'vitest'
import { LONGEST_VERSION_NOTE, versionNote } from './version-note'

it('a note of a version has 500 characters at most, without space around it, and none is null', () => {
  expect(versionNote.parse('  Tenant moved\nto Entra \t')).toBe('Tenant moved\nto Entra')
  expect(versionNote.parse(' \n ')).toBeNull()
  expect(versionNote.safeParse('x'.repeat(LONGEST_VERSION_NOTE)).success).toBe(true)
  expect(versionNote.safeParse('x'.repeat(LONGEST_VERSION_NOTE + 1)).error?.issues[0]?.message).toBe(
    'Keep the note to 500 characters.',
  )
})

it.each(['a\u0000b', 'a\u0007', '\u009fb'])('control characters are refused with a sentence: %j', (text) => {
  expect(versionNote.safeParse(text).error?.issues[0]?.message).toBe(
    'Remove the control characters from the note.',
  )
})
