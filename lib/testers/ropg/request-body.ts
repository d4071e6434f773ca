import { z } from 'zod'
import { profileFields } from '../requests'

/** POST /api/tests/ropg. The password is nowhere but here: not in an address, a log or an answer. */
export const ropgBody = z.strictObject({
  ...profileFields,
  app: z.enum(['login', 'connect']),
  userName: z.string().trim().min(1, 'Enter a user name.').max(320),
  password: z.string().min(1, 'Enter a password.').max(1000),
  /** Where a client secret is to go, instead of where the provider announces it. */
  secretPlace: z.enum(['form', 'header']).optional(),
})
