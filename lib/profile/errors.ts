/** Why a file is not opened, or an edit not made. Stable: callers and scripts match on it. */
export type ProfileErrorCode =
  | 'encrypted'
  | 'encrypted-payloads'
  | 'detached-signature'
  | 'not-cms'
  | 'broken-cms'
  | 'too-large'
  | 'not-a-dictionary'
  | 'bare-one-domain'
  | 'no-such-domain'
  | 'payload-key'
  | 'no-payload'
  | 'wrong-path'
  | 'broken-json'
  | 'nothing-inside'
  | 'several-inside'

/** A profile that cannot be opened, edited or exported. The message is one sentence for the administrator. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError'
  readonly code: ProfileErrorCode

  constructor(code: ProfileErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
