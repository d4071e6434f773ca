import { readPlist } from '@/lib/plist/document'
import { PlistError } from '@/lib/plist/errors'
import { ProfileError } from '@/lib/profile/errors'
import { type OpenedProfile, openProfile } from '@/lib/profile/open-profile'
import { CliError } from '../cli-error'
import type { Input } from './read-input'
import { type Refusal, refusalOf } from './refusal'

/** Opens the profile in a file. Throws CliError that names the file, the place, and what is wrong. */
export async function openFile({ bytes, fileName, label }: Input): Promise<OpenedProfile> {
  try {
    return await openProfile(bytes, fileName)
  } catch (error) {
    throw error instanceof PlistError || error instanceof ProfileError
      ? new CliError(sentence(label, refusalOf(error, bytes)), { cause: error })
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
    throw error instanceof PlistError
      ? new CliError(sentence(input.label, refusalOf(error, input.bytes)), { cause: error })
      : error
  }
}

/** "path:line:column: message (code)"; without line for files that have none. */
function sentence(label: string, { line, column, message, code }: Refusal): string {
  const place = line === undefined ? '' : `:${line}:${column}`
  return `${label}${place}: ${message} (${code})`
}
