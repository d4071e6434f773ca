import { writeDocument } from '@/lib/plist/document'
import type { PlistValue } from '@/lib/plist/value'
import { droppedComments } from '@/lib/plist/xml/comments'
import { withoutSecrets } from '@/lib/profile/export/without-secrets'
import { listed } from '@/lib/profile/file-contents'
import type { OpenedProfile } from '@/lib/profile/open-profile'
import { type ProfileSecret, secretsOf } from '@/lib/profile/secrets'

/** A file that was opened, as far as it is written again. */
export type Opened = Pick<OpenedProfile, 'document' | 'root' | 'content'>

/** The opened file without the credentials in it, and what to say of that: their keys, and comments that are gone. */
export function toShare<T extends Opened>(
  opened: T,
  fileName: string,
): T & { readonly said: readonly string[] } {
  const { source, removed, rewritten } = withoutSecrets(opened, fileName)
  const left = removed.length === 0 ? [] : [`Left out: ${listed(namesOf(removed))}.`]
  const gone = rewritten ? [] : droppedComments(opened.document, source.root)
  const comments = rewritten
    ? ['A comment tells a credential, so the comments of the file are not in the result.']
    : gone.length === 0
      ? []
      : [goneComments(gone)]
  const content = writeDocument(source.document, source.root)
  return { ...opened, ...source, content, said: [...left, ...comments] }
}

/** What to say of comments that stood with a removed entry, by their lines: what they say may be a credential. */
export function goneComments(lines: readonly number[]): string {
  const shown = lines.slice(0, 8).join(', ')
  const more = lines.length > 8 ? ` and ${lines.length - 8} more` : ''
  return `Comments that stood with a removed entry are not in the result: line ${shown}${more} of the file.`
}

/**
 * What to say of the credentials in a result: their keys, never their values, and what leaves them out; nothing when there
 * are none. `fileName` places a list without a profile.
 */
export function secretNotes(
  root: PlistValue,
  { fileName, without }: { readonly fileName: string; readonly without: string },
): string[] {
  const found = secretsOf(root, fileName)
  const names = namesOf(found)
  return names.length === 0
    ? []
    : [
        `The result holds ${found.length === 1 ? 'a credential' : 'credentials'} in clear text: ${listed(names)}. Leave ${found.length === 1 ? 'it' : 'them'} out with ${without}.`,
      ]
}

function namesOf(secrets: readonly ProfileSecret[]): string[] {
  return [...new Set(secrets.map(({ holder, name }) => (holder === '' ? name : `${holder} › ${name}`)))]
}
