import * as z from 'zod'
import { isWhollyVisible, keepsDirection } from './visible-name'

/** Tags of one configuration at most, and characters of one. */
export const MOST_TAGS = 20
const LONGEST_TAG = 40
/** Characters of a note at most. */
export const LONGEST_NOTE = 2000

const tag = z
  .string()
  .trim()
  .min(1, 'A tag has at least one character.')
  .max(LONGEST_TAG, `Keep each tag to ${LONGEST_TAG} characters.`)
  .regex(/^[^\p{Cc},]*$/u, 'Remove the commas and control characters from the tag.')
  .refine(isWhollyVisible, 'Remove the characters that cannot be seen from the tag.')

const isFirst = (name: string, place: number, all: readonly string[]) =>
  all.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === place

/** Words that group configurations; of those that differ in capitals only, the first is kept. */
export const tagList = z
  .array(tag)
  .transform((tags) => tags.filter(isFirst))
  .refine((tags) => tags.length <= MOST_TAGS, `Keep it to ${MOST_TAGS} tags.`)

/** Tags as people write them in one field, with commas between; what is wrong with one is said of the field. */
export const tagText = z.string().transform((text, context) => {
  const parts = text.split(',').filter((part) => part.trim() !== '')
  const read = tagList.safeParse(parts)
  if (read.success) {
    return read.data
  }
  context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? 'Change the tags.' })
  return z.NEVER
})

/** Free text about a configuration; null when there is none. */
export const noteText = z
  .string()
  .trim()
  .max(LONGEST_NOTE, `Keep the note to ${LONGEST_NOTE} characters.`)
  .refine((text) => !text.includes('\0'), 'Remove the control characters from the note.')
  .refine(keepsDirection, 'Remove the characters from the note that turn text around.')
  .transform((text) => (text === '' ? null : text))
