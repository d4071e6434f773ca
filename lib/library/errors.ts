/** Why the library cannot be opened, or cannot do what was asked. */
export type LibraryErrorCode =
  | 'locked'
  | 'bad-key'
  | 'missing-key'
  | 'wrong-key'
  | 'newer-schema'
  | 'unreadable'
  | 'not-found'
  | 'stale'
  | 'damaged'

/** A failure with a known cause. `message` is a sentence for the person who starts or uses the server. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError'
  readonly code: LibraryErrorCode

  constructor(code: LibraryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
