import * as z from 'zod'
import type { TestEvent } from './report'

/** Names a run for whoever reads it: 256 random bits, made by the page that starts it. */
export const runId = z.string().regex(/^[\w-]{43}$/, 'This is no id of a run.')

const word = z.string().max(400)

/** What a run was started with, as far as the page needs it to show the run again; never a password. */
const runAbout = z.strictObject({
  /** Id of the configuration. */
  of: z.uuid(),
  configuration: z.strictObject({
    name: z.string().max(400),
    version: z.int().nullable(),
    unsaved: z.boolean().optional(),
  }),
  /** What was tried, as the report says it. */
  tested: z.array(z.strictObject({ name: word, value: word })).max(60),
  /** The values of the form, in words. */
  used: z.array(word).max(12),
  /** The values of the form, to fill it again. */
  form: z.record(z.string().regex(/^(?!password$)\w{1,40}$/), word),
  /** Tells whether the profile is still the one that was tested. */
  print: z.string().max(40),
  /** The run before, to compare this one with. */
  before: runId.optional(),
})
export type RunAbout = z.infer<typeof runAbout>

/** What a request says of the run that its test belongs to. A test without it ends with its request. */
export const runField = z.strictObject({ id: runId, about: runAbout }).optional()
export type RunField = z.infer<typeof runField>

/** POST /api/tests/runs and /api/tests/runs/cancel. */
export const runBody = z.strictObject({ id: runId })

/** A line of a run that is read again: what it was started with, then its events. */
export type RunLine = { readonly type: 'about'; readonly about: RunAbout } | TestEvent
