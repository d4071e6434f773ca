import { lstat, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { sniff } from '@/lib/plist/sniff'
import { reasonOf } from '../files/fs-errors'
import { readHead } from '../files/read-input'

/** A file to check: how to call it, and where it is. */
export type FoundFile = { readonly label: string; readonly path: string }

/** What the paths of a command line lead to. */
export type Collection = {
  readonly files: readonly FoundFile[]
  /** Sentences about paths that lead to nothing. */
  readonly problems: readonly string[]
  /** How many symbolic links inside folders were not followed. */
  readonly links: number
}

/** File names that are checked whatever the content looks like. */
const ENDINGS = /\.(mobileconfig|plist|xml)$/i
const HEAD_LENGTH = 1024
/** JSON that may hold a profile: an answer of Jamf Pro, or what `latchkey convert` writes. */
const HOLDS_PROFILE = /"(?:\w*configuration_profile|Payload(?:Content|Type)|ProfileItems)"/

/**
 * The files that the paths name, in the order of the paths, folders in the order of their names. A named file always
 * counts. In a folder and those below it count files with an ending of property lists, and files that begin like a
 * property list or a signed profile, and JSON that
 * speaks of profiles. Symbolic links inside folders are not followed, so that a walk ends and stays inside.
 */
export async function collectFiles(paths: readonly string[], cwd: string): Promise<Collection> {
  const files: FoundFile[] = []
  const problems: string[] = []
  let links = 0
  const pending = paths.toReversed().map((label) => ({ label, path: resolve(cwd, label), named: true }))
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { label, path, named } = next
    try {
      const stats = named ? await stat(path) : await lstat(path)
      if (stats.isDirectory()) {
        const inside = (await readdir(path)).sort(byCodeUnits).reverse()
        pending.push(...inside.map((name) => entryOf(label, path, name)))
      } else if (named || (stats.isFile() && (await isCandidate(path)))) {
        files.push({ label, path })
      } else if (stats.isSymbolicLink()) {
        links += 1
      }
    } catch (error) {
      problems.push(`${label} ${reasonOf(error)}.`)
    }
  }
  return { files, problems, links }
}

function entryOf(label: string, path: string, name: string) {
  return { label: join(label, name), path: join(path, name), named: false }
}

/** The same order on every machine, whatever its language. */
function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

async function isCandidate(path: string): Promise<boolean> {
  if (ENDINGS.test(path)) {
    return true
  }
  const head = await readHead(path, HEAD_LENGTH)
  const kind = sniff(head)
  if (/\.json$/i.test(path)) {
    return HOLDS_PROFILE.test(new TextDecoder('latin1').decode(head))
  }
  // Zeros fall away, so that UTF-16 reads like ASCII. Web pages and drawings are XML too.
  const text = () => new TextDecoder('latin1').decode(head).replaceAll('\0', '')
  return kind === 'binary' || kind === 'cms' || (kind === 'xml' && /<plist|DOCTYPE plist/.test(text()))
}
