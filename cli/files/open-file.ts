import { readPlist } from '@/lib/plist/document'
import { PlistError } from '@/lib/plist/errors'
import { ProfileError } from '@/lib/profile/errors'
import { type OpenedProfile, openProfile } from '@/lib/profile/open-profile'
import { CliError } from '../cli-error'
import { printable } from '../terminal/colours'
import type { Input } from './read-input'

/** Opens the profile in a file. Throws CliError that names the file, the place, and what is wrong. */
export async function openFile({ bytes, fileName, label }: Input): Promise<OpenedProfile> {
  try {
    return await openProfile(bytes, fileName)
  } catch (error) {
    throw error instanceof PlistError || error instanceof ProfileError
      ? new CliError(refusal(label, error), { cause: error })
      : error
  }
}

/** Reads any property list, whatever its root is, or the profile inside a signature. Throws as `openFile` does. */
export async function openAny(
  input: Input,
): Promise<Pick<OpenedProfile, 'document' | 'root' | 'content' | 'signature'>> {
  try {
    const document = readPlist(input.bytes)
    return { document, root: document.root, content: input.bytes, signature: null }
  } catch (error) {
    if (error instanceof PlistError && error.code === 'signed') {
      return openFile(input)
    }
    throw error instanceof PlistError ? new CliError(refusal(input.label, error), { cause: error }) : error
  }
}

/** "path:line:column: message (code)"; without line for files that have none. */
export function refusal(label: string, error: PlistError | ProfileError): string {
  const place = error instanceof PlistError && error.line > 0 ? `:${error.line}:${error.column}` : ''
  return `${printable(label)}${place}: ${error.message} (${error.code})`
}
