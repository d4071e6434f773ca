import { expect, it } from 'vitest'
import { changeBody } from './configurations'
import { noteText, tagList, tagText } from './tags'

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
  [Array.from({ length: 21 }, (_, at) => `t${at}`)],
])('tags that no list can show are refused: %j', (tags) =>
  expect(tagList.safeParse(tags).success).toBe(false),
)

it('an empty note is none, and a long one is refused', () => {
  expect(noteText.parse(' \n')).toBeNull()
  expect(noteText.parse(' two\nlines ')).toBe('two\nlines')
  expect(noteText.safeParse('x'.repeat(2001)).success).toBe(false)
})

it('a change is a name or tags, and nothing else', () => {
  expect(changeBody.safeParse({ name: 'Oslo' }).success).toBe(true)
  expect(changeBody.safeParse({ tags: [] }).success).toBe(true)
  expect(changeBody.safeParse({ note: 'x' }).success).toBe(false)
  expect(changeBody.safeParse({ tags: [], version: 3 }).success).toBe(false)
  expect(changeBody.safeParse({}).success).toBe(false)
})
