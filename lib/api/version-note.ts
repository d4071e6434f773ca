import * as z from 'zod'
import { keepsDirection } from './visible-name'

/** Characters of the note of a version at most. */
export const LONGEST_VERSION_NOTE = 500

/** Why a version was made; null when nobody says. */
export const versionNote = z
  .string()
  .trim()
  .max(LONGEST_VERSION_NOTE, `Keep the note to ${LONGEST_VERSION_NOTE} characters.`)
  .refine((text) => !/[^\P{Cc}\n\r\t]/u.test(text), 'Remove the control characters from the note.')
  .refine(keepsDirection, 'Remove the characters from the note that turn text around.')
  .transform((text) => (text === '' ? null : text))
