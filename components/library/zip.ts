import { zipSync } from 'fflate'

type Entry = { readonly name: string; readonly bytes: Uint8Array }

/** An archive of files as they are: profiles are small, and packing would take the page longer than it saves. */
export const zip = (entries: readonly Entry[], mtime: Date): Uint8Array =>
  zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, [bytes, { level: 0, mtime }]])))

/** File names for configurations: what file systems refuse is replaced, and those that are the same are numbered. */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const base = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '') || 'Profile'
    let file = `${base}.mobileconfig`
    for (let number = 2; taken.has(file.toLowerCase()); number += 1) {
      file = `${base} ${number}.mobileconfig`
    }
    taken.add(file.toLowerCase())
    return file
  })
}
