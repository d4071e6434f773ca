import { expect, it } from 'vitest'
import { changeBody } from './configurations'
import { noteText, tagList, tagText } from './tags'
import { versionNote } from './version-note'

it('tags are read from one field, each once, without what stands between them', () => {
  expect(tagText.parse(' Pilot,, pilot , Site 12 ,')).toEqual(['Pilot', 'Site 12'])
  expect(tagText.parse('  ')).toEqual([])
  const long = tagText.safeParse(`Pilot, ${'x'.repeat(41)}`)
  expect(long.error?.issues).toMatchObject([{ path: [], message: 'Keep each tag to 40 characters.' }])
})

it.each([
  [['a,b']],
  [['']],
  [['x'.repeat(41)]],
  [['a\u0007']],
  [['prod\u202egnp.exe']],
  [['\u3164']],
  [['tem\u200bplate']],
  [Array.from({ length: 21 }, (_, at) => `t${at}`)],
])('tags that no list can show are refused: %j', (tags) =>
  expect(tagList.safeParse(tags).success).toBe(false),
)

it('an empty note is none, and a long one is refused', () => {
  expect(noteText.parse(' \n')).toBeNull()
  expect(noteText.parse(' two\nlines ')).toBe('two\nlines')
  expect(noteText.safeParse('x'.repeat(2001)).success).toBe(false)
})

it('a tag keeps letters and emoji that are joined', () => {
  const joined = [
    '\u{1f469}\u200d\u{1f4bb}',
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    '\u2764\ufe0f',
  ]
  expect(tagList.parse(joined)).toEqual(joined)
})

it.each([noteText, versionNote])('a note that turns text around is refused', (note) => {
  expect(note.safeParse('approved by \u202eeve').error?.issues).toMatchObject([
    { message: 'Remove the characters from the note that turn text around.' },
  ])
})

it('a change is a name or tags, and nothing else', () => {
  expect(changeBody.safeParse({ name: 'Oslo' }).success).toBe(true)
  expect(changeBody.safeParse({ tags: [] }).success).toBe(true)
  expect(changeBody.safeParse({ note: 'x' }).success).toBe(false)
  expect(changeBody.safeParse({ tags: [], version: 3 }).success).toBe(false)
  expect(changeBody.safeParse({}).success).toBe(false)
})
