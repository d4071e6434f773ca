import { expect, it } from 'vitest'
import { isOwnTemplate, markedTags } from './template-tag'

it('the mark is a tag like others, however it is written, and goes without them', () => {
  expect(isOwnTemplate(['berlin', 'Template'])).toBe(true)
  expect(isOwnTemplate(['templates', 'my template'])).toBe(false)
  expect(markedTags(['berlin'], true)).toEqual(['berlin', 'template'])
  expect(markedTags(['Template', 'berlin'], true)).toEqual(['berlin', 'template'])
  expect(markedTags(['berlin', 'Template'], false)).toEqual(['berlin'])
})
