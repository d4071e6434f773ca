import { readPlist } from '@/lib/plist/document'
import { PlistError } from '@/lib/plist/errors'
import { ProfileError } from '@/lib/profile/errors'
import { contentsOf, listed } from '@/lib/profile/file-contents'
import type { OpenedProfile } from '@/lib/profile/open-profile'
import { CliError } from '../cli-error'
import type { Input } from './read-input'
import { type Refusal, refusalOf } from './refusal'

/** Opens the profile in a file. Throws CliError that names the file, the place, and what is wrong. */
export async function openFile({ bytes, fileName, label }: Input): Promise<OpenedProfile & Outside> {
  try {
    const { files, unread } = await contentsOf(bytes, fileName)
    const [first, ...others] = files
    if (first === undefined || others.length > 0) {
      throw new ProfileError(
        'several-inside',
        `This is ${first?.container}, with several profiles inside: ${listed(files.map(({ name }) => name))}. Take one out on the page of Latchkey.`,
      )
    }
    return { ...(await first.open()), container: first.container, unread }
  } catch (error) {
    throw error instanceof PlistError || error instanceof ProfileError
      ? new CliError(sentence(label, refusalOf(error, bytes)), { cause: error })
      : error
  }
}

/** What the file around the profile is; null when it is the profile. `unread` names what else is inside. */
export type Outside = { readonly container: string | null; readonly unread: readonly string[] }

/** Reads any property list, whatever its root is, or the profile inside a signature or another file. Throws as `openFile` does. */
export async function openAny(
  input: Input,
): Promise<Pick<OpenedProfile, 'document' | 'root' | 'content' | 'signature'> & Outside> {
  try {
    const document = readPlist(input.bytes)
    return {
      document,
      root: document.root,
      content: input.bytes,
      signature: null,
      container: null,
      unread: [],
    }
  } catch (error) {
    if (!(error instanceof PlistError)) {
      throw error
    }
    return openFile(input)
  }
}

/** "path:line:column: message (code)"; without line for files that have none. */
function sentence(label: string, { line, column, message, code }: Refusal): string {
  const place = line === undefined ? '' : `:${line}:${column}`
  return `${label}${place}: ${message} (${code})`
}
