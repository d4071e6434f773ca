import type { VersionItem } from '../api/configurations'

/** Why the library cannot be opened, or cannot do what was asked. */
export type LibraryErrorCode =
  | 'locked'
  | 'bad-lock'
  | 'bad-folder'
  | 'bad-key'
  | 'missing-key'
  | 'wrong-key'
  | 'newer-schema'
  | 'not-found'
  | 'stale'
  | 'note-changed'
  | 'damaged'
  | 'newer-format'
  | 'too-many-reports'
  | 'storage-full'
  | 'storage-refused'
  | 'storage-damaged'
  | 'storage-failed'

/** Marks these errors. The framework has a copy of this module of its own, and its classes are others. */
const mark = Symbol.for('latchkey.library-error')

/** A failure with a known cause. `message` is a sentence for the person who starts or uses the server. */
export class LibraryError extends Error {
  /** Whether it is one, of whichever copy: the database is opened by the server and used by the framework. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && mark in value
  }

  readonly [mark] = true
  override readonly name: string = 'LibraryError'
  readonly code: LibraryErrorCode

  constructor(code: LibraryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** A save that is based on a version which is no longer the newest. Carries both. */
export class StaleVersionError extends LibraryError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof LibraryError && value.name === 'StaleVersionError'
  }

  override readonly name = 'StaleVersionError'
  readonly base: VersionItem | null
  readonly newest: VersionItem

  constructor(base: VersionItem | null, newest: VersionItem) {
    super(
      'stale',
      `Version ${newest.number} was saved in the meantime. Compare it with your changes before you save.`,
    )
    this.base = base
    this.newest = newest
  }
}

/** There is no configuration `id`, or it is deleted. */
export function notFound(): LibraryError {
  return new LibraryError('not-found', 'This configuration does not exist, or it was deleted.')
}
