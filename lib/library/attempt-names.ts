/**
 * The forms under which an attempt is counted. Providers fold case, width and invisible characters of a name in their
 * own ways; counting folds all of them, so that no spelling of a name gets further tries.
 */
export function foldName(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{White_Space}]/gu, '')
  // Upper case first: it also joins what lower case keeps apart, as in "ß" and "ss".
  return bare.toUpperCase().toLowerCase().normalize('NFKC')
}

/** Where a password goes: host and path of an address, without query, final slashes, or the case they are written in. */
export function foldAddress(address: string): string {
  try {
    const { protocol, host, pathname } = new URL(address.trim())
    return foldName(`${protocol}//${host.replace(/\.$/, '')}${pathname.replace(/\/+$/, '')}`)
  } catch {
    return foldName(address)
  }
}
