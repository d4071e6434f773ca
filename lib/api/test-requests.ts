import * as z from 'zod'
import { MOST_BYTES } from '../plist/limits'
import { TOO_LARGE } from './contents-size'
import { longestAnswer } from './report'
import { catchers, responseModes, responseTypes } from './sign-in-flow'
import { runField } from './test-runs'

/** What the body of every test request begins with: the configuration as it is on the screen, saved or not. */
const profileFields = {
  /** The profile's property list, in base64. */
  content: z
    .base64()
    .min(1)
    .max(Math.ceil(MOST_BYTES / 3) * 4, TOO_LARGE),
  /** Tells the domain of a bare property list. */
  fileName: z.string().max(255).optional(),
  run: runField,
}

/** Who signs in. The password is nowhere but here: not in an address, a log or an answer. */
const credentials = {
  userName: z
    .string()
    .trim()
    .min(1, 'Enter a user name.')
    .max(320, 'A user name has at most 320 characters.'),
  password: z.string().min(1, 'Enter a password.').max(1000, 'A password has at most 1,000 characters.'),
}

const app = z.enum(['login', 'connect'])

/** POST /api/tests/discovery. */
export const discoveryBody = z.strictObject(profileFields)

/** POST /api/tests/oidc/start. */
export const oidcStartBody = z.strictObject({
  ...profileFields,
  responseType: z.enum(responseTypes).optional(),
  responseMode: z.enum(responseModes).optional(),
  catcher: z.enum(catchers).optional(),
})

/** That of the "continue" event. */
const signInId = z.string().regex(/^[\w-]{12}$/)

/** POST /api/tests/oidc/catch. `caught` false: the person pastes the answer after all. */
export const oidcCatchBody = z.strictObject({ id: signInId, caught: z.boolean() })

/** POST /api/tests/oidc/finish. */
export const oidcFinishBody = z.strictObject({
  ...profileFields,
  /** Without it, the sign-in that the state in the answer names. */
  id: signInId.optional(),
  /** The address the browser ended at, or "form:" and the form it posted, url-encoded. */
  answer: z
    .string()
    .trim()
    .min(1, 'Paste the address, or the text that the page shows.')
    .max(longestAnswer, { error: ({ input }) => tooLong(String(input).length) }),
})

function tooLong(length: number): string {
  return `These are ${length.toLocaleString('en')} characters; an answer has at most ${longestAnswer.toLocaleString('en')}. Copy the address, or the text that the page shows.`
}

/** POST /api/tests/ropg. */
export const ropgBody = z.strictObject({
  ...profileFields,
  ...credentials,
  app,
  /** Where a client secret is to go, instead of where the provider announces it. */
  secretPlace: z.enum(['form', 'header']).optional(),
})

/** POST /api/tests/okta. */
export const oktaBody = z.strictObject({ ...profileFields, ...credentials, app: app.optional() })

const oktaHandle = z.string().regex(/^[\w-]{43}$/, 'This is no handle of a sign-in.')

/** POST /api/tests/okta/hold. `here` false: the page that asked has gone, and may come back. */
export const oktaHoldBody = z.strictObject({ handle: oktaHandle, here: z.boolean() })

/** POST /api/tests/okta/answer. The settings are those the sign-in began with; a profile is not read again. */
export const oktaAnswerBody = z.strictObject({
  content: profileFields.content.optional(),
  fileName: profileFields.fileName,
  run: runField,
  handle: oktaHandle,
  /** One of the actions of the prompt, "factor" with `factor`, "submit" with `value`, or "poll". */
  action: z.string().max(40),
  factor: z.string().max(400).optional(),
  value: z.string().max(200, 'An answer has at most 200 characters.').optional(),
})
