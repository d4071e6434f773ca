import * as z from 'zod'

/** Name of a guide or of a step, as it stands in addresses. */
const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

/** PUT /api/configurations/{id}/set-up: a step of a guide is done, or is not done after all. */
export const setUpBody = z.strictObject({ guide: name, step: name, done: z.boolean() })

/** A step of a guide, by their names. */
export type StepName = { readonly guide: string; readonly step: string }

/** GET /api/configurations/{id}/set-up: the steps that are done. */
export type DoneSteps = { readonly done: readonly StepName[] }
