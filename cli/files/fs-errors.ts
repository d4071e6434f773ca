/** Why the operating system refuses, as the rest of a sentence that begins with the path. */
const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'does not exist',
  EACCES: 'cannot be opened: the permissions of the file or its folder forbid it',
  EPERM: 'cannot be opened: the permissions of the file or its folder forbid it',
  EISDIR: 'is a folder',
  ENOTDIR: 'is behind a file, not a folder',
  ELOOP: 'is a symbolic link that leads to itself',
  ENAMETOOLONG: 'is too long for a path',
  EROFS: 'cannot be written: the volume is read-only',
  ENOSPC: 'cannot be written: the volume is full',
  EMFILE: 'cannot be opened: too many files are open',
}

/** What went wrong with a file, as the rest of a sentence. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? `cannot be used${code === '' ? '' : ` (${code})`}`
}
