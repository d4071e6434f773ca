import { BEGINS, OTHER_OWNER } from '@/lib/products/jamf-connect/passwords/wrong-words'
import { OPEN, UNLOOKED, WRONG } from '../several-causes'

// Sources of regular expressions over what providers say in English, in lower or upper case.

/** A user or an account, and the verb: "the account is", "User 'ann' has been", "user ann@example.com was". */
export const PERSON =
  '\\b(account|user|identity|profile)( [\\u0022\\u0027\\u2018\\u201c(][^.]{0,60}?[\\u0022\\u0027\\u2019\\u201d)]| \\S*[@\\\\\\d]\\S*)?( is| was| are| has been| have been)?( currently| temporarily| now| already)?'
/** At the beginning of an expression: the words name one cause and nothing beside it. */
export const ONLY = `^(?!.*(${WRONG}|${OPEN})).*`

/** What has, or is, a password beside the one that a user signs in with. */
const OTHER_PASSWORD = `${OTHER_OWNER}|\\b(otp|mfa|2fa|totp|one[- ]?time|factor|pass ?code|link|recovery|temporary|initial|bind|root|admin(istrator)?|database|vault|wi-?fi|shared)\\b`
/** Whose password it is: the user's, or nobody else's. */
const OWN = `(${BEGINS}|\\b(the|your|his|her|their|user.?s) )((the|your|this|user.?s?|account|current|login|sign-?in|network) )*`
/** Nothing follows that the words would be about. */
const ENDS = '(?=\\s*([.,;:!)]|$)| (and|please|since|on \\d|at \\d|for (this|the|your) (user|account)\\b))'

/** Another reason beside it, or that nobody looked at the password. */
const ANOTHER_REASON = `\\b(locked|lock(ed)? out|disabled|suspended|blocked|inactive)\\b|${UNLOOKED}`

/** The password that was sent has expired: no word is about another password, a code or a link. */
export const EXPIRED = `^(?!.*(${OTHER_PASSWORD}|${ANOTHER_REASON}|${WRONG}|${OPEN})).*(${OWN}password( is| has| was)?( already| now)?( been)? expired${ENDS}|\\bexpired password${ENDS})`
/** A new password is demanded. */
export const NEW_PASSWORD = `${ONLY}(password (must|needs to|has to) be (changed|reset)|password (change|reset) (is )?required|(must|needs? to|has to) (change|reset) (the |their |your )?password)`
