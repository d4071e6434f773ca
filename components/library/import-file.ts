import { ProfileStore } from '@/components/open-profile/profile-store'
import type { Summary } from '@/lib/api/configurations'
import { shownName } from '@/lib/api/visible-name'
import { readPlist } from '@/lib/plist/document'
import { PlistError } from '@/lib/plist/errors'
import { MOST_BYTES } from '@/lib/plist/limits'
import { repairBytes } from '@/lib/plist/text'
import { child } from '@/lib/plist/tree'
import { ProfileError } from '@/lib/profile/errors'
import { contentsOf, type OpenedFile } from '@/lib/profile/file-contents'
import { type ForeignPayload, foreignPayloads, type ProfileShape } from '@/lib/profile/payloads/shapes'
import { unwrapCms } from '@/lib/profile/signature/cms'
import { looksLikeCms } from '@/lib/profile/signature/looks-like-cms'
import type { SignatureReport } from '@/lib/profile/signature/signed-data'
import { type Member, memberOf } from '@/lib/profile/together'
import { summaryOf } from './summary'

/** A file as it was read for import: what is in it, or why it cannot be read. */
export type ImportedFile =
  | {
      readonly outcome: 'read'
      readonly fileName: string
      readonly name: string
      readonly content: Uint8Array
      readonly summary: Summary
      readonly shape: ProfileShape
      readonly format: string
      readonly signature: SignatureReport | null
      readonly foreign: readonly ForeignPayload[]
      readonly repairs: readonly string[]
      /** What counts of the profile when it is compared with the others of the import. */
      readonly member: Member
      /** Where the profile stood, when the file only held it, and what else is inside and was not read. */
      readonly inside?: { readonly container: string; readonly unread: readonly string[] }
    }
  | {
      readonly outcome: 'refused'
      readonly fileName: string
      readonly bytes: Uint8Array
      readonly message: string
      /** Null when the fault has no line: archives, encrypted profiles. */
      readonly at: { readonly line: number; readonly column: number; readonly excerpt: string } | null
      readonly repair: string | null
      readonly repairs: readonly string[]
      /** How it is opened once a repair is made; null when there is nothing to read. */
      readonly open: OpenedFile['open'] | null
    }

const refusedFor = (fileName: string, message: string): ImportedFile => ({
  outcome: 'refused',
  fileName,
  bytes: new Uint8Array(),
  message,
  at: null,
  repair: null,
  repairs: [],
  open: null,
})

/** What is said of a file of `size` bytes, which is too many. */
export const tooLarge = (fileName: string, size: number): ImportedFile =>
  refusedFor(fileName, `The file has ${(size / 1e6).toFixed(1)} MB; a profile has at most 5 MB.`)

/** What is said of a file that the browser does not hand out. */
export const unreadable = (fileName: string): ImportedFile =>
  refusedFor(
    fileName,
    'The file cannot be read from the disk; check that it is there and no folder, then choose it again.',
  )

const OWN_DEFECT =
  'Latchkey cannot read this file because of a defect of its own. Keep the file, and report what the console of the browser says.'

/** Whoever reports a defect finds it in the console. */
function noteDefect(error: unknown): string {
  reportError(error)
  return OWN_DEFECT
}

/**
 * Reads a file: the profile that it is, or each profile that it holds (the output of `profiles show`, an answer of Jamf
 * Pro, JSON of Latchkey). What cannot be read is a result too.
 */
export async function readAllForImport(fileName: string, bytes: Uint8Array): Promise<ImportedFile[]> {
  if (bytes.length > MOST_BYTES) {
    return [tooLarge(fileName, bytes.length)]
  }
  try {
    const { files, unread } = await contentsOf(bytes, fileName)
    return await Promise.all(
      files.map(async ({ container, name, ...file }, index) => {
        const read = await readForImport(name === '' ? fileName : `${fileName}: ${name}`, file)
        return container === null || read.outcome === 'refused'
          ? read
          : { ...read, inside: { container, unread: index === 0 ? unread : [] } }
      }),
    )
  } catch (error) {
    if (error instanceof ProfileError) {
      return [refusedFor(fileName, error.message)]
    }
    return [refusedFor(fileName, noteDefect(error))]
  }
}

/** Reads one file. What cannot be read is a result too, never an exception. `repairs` are those made so far. */
async function readForImport(
  fileName: string,
  { bytes, open }: Pick<OpenedFile, 'bytes' | 'open'>,
  repairs: readonly string[] = [],
): Promise<ImportedFile> {
  const refused = { outcome: 'refused', fileName, bytes, repairs, open } as const
  if (bytes.length > MOST_BYTES) {
    return tooLarge(fileName, bytes.length)
  }
  try {
    const opened = await open(bytes)
    // A binary file may hold what XML, in which it is edited, cannot.
    const profile = new ProfileStore(opened)
    return {
      outcome: 'read',
      fileName,
      name: nameOf(opened.root, fileName),
      content: opened.content,
      summary: await summaryOf(profile),
      shape: opened.shape,
      format: opened.document.format,
      signature: opened.signature,
      foreign: foreignPayloads(opened.root),
      member: memberOf(fileName, opened),
      repairs,
    }
  } catch (error) {
    if (error instanceof PlistError) {
      const { line, column, excerpt, message } = error
      const at = line > 0 ? { line, column, excerpt } : null
      return { ...refused, message, at, repair: error.repair?.title ?? null }
    }
    if (error instanceof ProfileError) {
      return { ...refused, message: error.message, at: null, repair: null }
    }
    return { ...refused, message: noteDefect(error), at: null, repair: null }
  }
}

/** The file with its repair made, read again: the next fault, if there is one, shows then. */
export async function repaired(file: ImportedFile): Promise<ImportedFile> {
  if (file.outcome === 'read' || file.open === null) {
    return file
  }
  const content = looksLikeCms(file.bytes) ? (await unwrapCms(file.bytes)).content : file.bytes
  try {
    readPlist(content)
  } catch (error) {
    if (error instanceof PlistError && error.repair) {
      const bytes = repairBytes(content, error.repair)
      const { fileName, open } = file
      return readForImport(fileName, { bytes, open }, [...file.repairs, error.repair.title])
    }
  }
  return file
}

function nameOf(root: Parameters<typeof child>[0], fileName: string): string {
  const displayName = child(root, 'PayloadDisplayName')
  const own = displayName?.type === 'string' ? displayName.value : ''
  const clean = (text: string) => shownName(text).slice(0, 120).trim()
  return clean(own) || clean(fileName.replace(/\.(mobileconfig|plist|xml)$/i, '')) || 'Imported profile'
}
