import { z } from 'zod'
import { MOST_BYTES } from '@/lib/plist/limits'
import { longestAnswer } from '../api/report'
import { catchers, responseModes, responseTypes } from './oidc/flow'

/** What the body of every test request begins with: the configuration as it is on the screen, saved or not. */
export const profileFields = {
  /** The profile's property list, in base64. */
  content: z
    .base64()
    .min(1)
    .max(Math.ceil(MOST_BYTES / 3) * 4, 'A profile has at most 5 MB.'),
  /** Tells the domain of a bare property list. */
  fileName: z.string().max(255).optional(),
}

/** POST /api/tests/discovery. */
export const discoveryBody = z.strictObject(profileFields)

/** POST /api/tests/oidc/start. */
export const oidcStartBody = z.strictObject({
  ...profileFields,
  responseType: z.enum(responseTypes).optional(),
  responseMode: z.enum(responseModes).optional(),
  catcher: z.enum(catchers).optional(),
})

/** POST /api/tests/oidc/finish. */
export const oidcFinishBody = z.strictObject({
  ...profileFields,
  /** That of the "continue" event; without it, the sign-in that the state in the answer names. */
  id: z
    .string()
    .regex(/^[\w-]{12}$/)
    .optional(),
  /** The address the browser ended at, or "form:" and the form it posted, url-encoded. */
  answer: z.string().min(1).max(longestAnswer),
})
