import { z } from 'zod'
import { profileFields } from '../requests'

/** POST /api/tests/okta. The password is nowhere but here: not in an address, a log or an answer. */
export const oktaBody = z.strictObject({
  ...profileFields,
  app: z.enum(['login', 'connect']).optional(),
  userName: z.string().trim().min(1, 'Enter a user name.').max(320),
  password: z.string().min(1, 'Enter a password.').max(1000),
})

/** POST /api/tests/okta/answer. The settings are those the sign-in began with; a profile is not read again. */
export const oktaAnswerBody = z.strictObject({
  content: profileFields.content.optional(),
  fileName: profileFields.fileName,
  handle: z.string().regex(/^[\w-]{43}$/, 'This is no handle of a sign-in.'),
  /** One of the actions of the prompt, "factor" with `factor`, "submit" with `value`, or "poll". */
  action: z.string().max(40),
  factor: z.string().max(400).optional(),
  value: z.string().max(200).optional(),
})
