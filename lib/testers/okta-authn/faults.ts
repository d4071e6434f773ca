/** What an error code means and how the test goes on. */
export type FaultMeaning = {
  readonly means: string
  readonly change?: string
  /** What Okta refuses with it, once the password is behind. */
  readonly refuses?: 'factor'
  /**
   * "end": the sign-in is over. "again": the same question can be answered once more. "wait": the same, after a pause.
   * "reload": Okta is somewhere else than was thought.
   */
  readonly next: 'end' | 'again' | 'wait' | 'reload'
}

const end = (means: string, change?: string): FaultMeaning => ({
  means,
  ...(change === undefined ? {} : { change }),
  next: 'end',
})
const again = (means: string, change?: string): FaultMeaning => ({ ...end(means, change), next: 'again' })
const wrong = (means: string, change?: string): FaultMeaning => ({
  ...again(means, change),
  refuses: 'factor',
})
const wait = (means: string, change: string): FaultMeaning => ({ ...end(means, change), next: 'wait' })

const refused = end(
  'The password is wrong, the account is locked and Okta does not show it, or a sign-on policy denies the network.',
  'Check the spelling of the user name first. Then look the event up in Okta’s System Log: it tells which of them it is.',
)
const ours = end('Latchkey sent something Okta does not take.', 'Report it with the exchange below.')
const locked = end('The account is locked.', 'Unlock the user in the Okta Admin Console.')
const later = wait('Okta had a problem of its own with this factor.', 'Try again in a moment.')
const quota = end('No more messages are sent for now.', 'Choose another factor, or try again tomorrow.')
const denied = end(
  'The status of the user, or a policy, denies access now.',
  'Look at the user in the Okta Admin Console.',
)

/** Codes of https://developer.okta.com/docs/reference/error-codes/ that a sign-in can meet. */
const meanings: Readonly<Record<string, FaultMeaning>> = {
  E0000001: again('A field did not pass Okta’s validation.', 'Check what you entered.'),
  E0000003: ours,
  E0000004: refused,
  E0000005: end('The session is not valid.', 'Start the test again.'),
  E0000006: end('The organization does not permit this request.', 'Check what the user may do.'),
  E0000007: end('What was asked for does not exist.', 'Check the Okta domain.'),
  E0000008: end(
    'There is no such path on this host.',
    'Check the Okta domain: the host alone, without -admin and without a path.',
  ),
  E0000011: end('The sign-in has expired at Okta.', 'Start the test again.'),
  E0000014: end('Okta could not update the credentials.', 'Check the password policy.'),
  E0000015: end(
    'The organization does not offer the Authentication API.',
    'Use OpenID Connect: set the provider to Okta-OIDC.',
  ),
  E0000018: ours,
  E0000019: ours,
  E0000021: ours,
  E0000022: ours,
  E0000034: end(
    'The password of this user cannot be reset here.',
    'Reset it in the directory it comes from.',
  ),
  E0000035: end(
    'The password of this user cannot be changed here.',
    'Change it in the directory it comes from.',
  ),
  E0000036: end('The security question of this user cannot be changed here.'),
  E0000047: wait('Okta’s rate limit is reached.', 'Wait until it is reset; do not repeat the test before.'),
  E0000057: end('A policy of the application denies access.', 'Check the sign-on policy in Okta.'),
  E0000058: end('A policy asks for a factor that was not given.', 'Check the sign-on policy in Okta.'),
  E0000064: end('The password has expired.', 'The user has to change it at Okta.'),
  E0000067: later,
  E0000068: wrong(
    'The code or the answer is wrong.',
    'Enter it once more. Too many wrong ones lock the account.',
  ),
  E0000069: locked,
  E0000070: wait('Okta still waits for the device.', 'Look at the device.'),
  E0000073: wrong('The request was denied on the phone.', 'Send another one, or choose another factor.'),
  E0000074: later,
  E0000079: {
    ...end('Okta is at another step than this page was.', 'The page now shows the step Okta is at.'),
    next: 'reload',
  },
  E0000080: end('The new password is too weak.', 'Follow the password policy.'),
  E0000082: wrong('Each code can be used once.', 'Wait for the next one.'),
  E0000083: wrong('The code is outside its time.', 'Check the clock of the device, and enter the next code.'),
  E0000085: denied,
  E0000087: wrong('The answer is wrong.', 'Enter it once more.'),
  E0000098: again('Okta does not take this phone number.', 'Write it with + and the country code.'),
  E0000109: wait('A text message was sent a moment ago.', 'Wait 30 seconds before you ask for another.'),
  E0000118: wait('An e-mail was sent a moment ago.', 'Wait 5 seconds before you ask for another.'),
  E0000119: locked,
  E0000133: wait('A call was made a moment ago.', 'Wait 30 seconds before you ask for another.'),
  E0000150: quota,
  E0000151: quota,
  E0000204: quota,
  E0000205: quota,
  E0000207: refused,
  E0000212: end('Okta takes this request from pages of its own only.', 'Report it with the exchange below.'),
  E0000259: end('Sign-in is not allowed now.', 'Reset the password of the user.'),
}

/** What a code means. One that is not known ends the sign-in unless Okta says that the request was at fault. */
export function faultMeaning(code: string, status: number): FaultMeaning {
  const known = Object.hasOwn(meanings, code) ? meanings[code] : undefined
  const other = end(
    'Latchkey does not know this error.',
    'Look the code up in Okta’s list of errors, and the error id in its System Log.',
  )
  return known ?? (status === 400 || status === 403 ? { ...other, next: 'again' } : other)
}
