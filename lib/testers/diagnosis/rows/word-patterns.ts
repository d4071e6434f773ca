import { OPEN, WRONG } from '../several-causes'

// Sources of regular expressions over what providers say in English, in lower or upper case.

/** A user or an account, and the verb: "the account is", "User 'ann' has been", "user ann@example.com was". */
export const PERSON =
  '\\b(account|user|identity|profile)( [\\u0022\\u0027\\u2018\\u201c(][^.]{0,60}?[\\u0022\\u0027\\u2019\\u201d)]| \\S*[@\\\\\\d]\\S*)?( is| was| are| has been| have been)?( currently| temporarily| now| already)?'
/** At the beginning of an expression: the words name one cause and nothing beside it. */
export const ONLY = `^(?!.*(${WRONG}|${OPEN})).*`
