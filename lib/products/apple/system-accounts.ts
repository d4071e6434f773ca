/**
 * The accounts of a new Mac whose names do not begin with an underscore, and that of the guest; the others are one underscore and a word: what
 * `dscl . -list /Users` prints.
 */
const SYSTEM_ACCOUNTS = new Set(['root', 'daemon', 'nobody', 'guest'])

/** Whether macOS has an account of this name by itself. Upper and lower case do not count, as on the Mac. */
export function isSystemAccount(name: string): boolean {
  return /^_[a-z][a-z0-9-]*$/i.test(name) || SYSTEM_ACCOUNTS.has(name.toLowerCase())
}
