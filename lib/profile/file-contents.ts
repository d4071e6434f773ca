import { shortened } from '../schema/words'
import { ProfileError } from './errors'
import { type OpenedProfile, openProfile } from './open-profile'

/** A profile and what the file calls it; of a file that is a profile itself, `container` is null and the name empty. */
export type OpenedFile = {
  readonly container: string | null
  readonly name: string
  readonly rebuilt: boolean
  readonly bytes: Uint8Array
  /**
   * Opens it by what tells its domain inside the file; `mended`, its bytes without a fault, in its place. Throws as
   * `openProfile` does.
   */
  readonly open: (mended?: Uint8Array) => Promise<OpenedProfile>
}

/** What a file holds: itself, or the profiles inside it; `unread` names what else is inside. */
export type FileContents = { readonly files: readonly OpenedFile[]; readonly unread: readonly string[] }

/**
 * The profiles of a file, each to be opened by itself, so that a damaged one does not hide the others. Throws ProfileError
 * `nothing-inside` for a file that holds profiles of which none is for Jamf Connect.
 */
export async function contentsOf(bytes: Uint8Array, fileName?: string): Promise<FileContents> {
  const { unpack } = await import('./containers')
  const container = await unpack(bytes, fileName)
  if (container === null) {
    const open = (mended = bytes) => openProfile(mended, fileName)
    return { files: [{ container: null, name: '', rebuilt: false, bytes, open }], unread: [] }
  }
  const { kind, inner, unread } = container
  if (inner.length === 0) {
    throw new ProfileError(
      'nothing-inside',
      `This is ${kind}, and no profile with settings of Jamf Connect can be read in it. Not read: ${listed(unread)}.`,
    )
  }
  return {
    unread,
    files: inner.map((each) => ({
      container: kind,
      name: each.name,
      rebuilt: each.rebuilt,
      bytes: each.bytes,
      open: (mended = each.bytes) => openProfile(mended, each.fileName),
    })),
  }
}

/** Names in a sentence: all of a few, the first of many. */
export function listed(names: readonly string[]): string {
  const most = 8
  const shown = names.slice(0, most).map((name) => `“${shortened(name, 60)}”`)
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ')
}
