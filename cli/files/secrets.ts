import { writeDocument } from '@/lib/plist/document'
import type { PlistValue } from '@/lib/plist/value'
import { listed, type OpenedProfile } from '@/lib/profile/open-profile'
import { secretsOf } from '@/lib/profile/secrets'
import { withoutSecrets } from '@/lib/profile/without-secrets'

/** A file that was opened, as far as it is written again. */
export type Opened = Pick<OpenedProfile, 'document' | 'root' | 'content'>

/** The opened file without the credentials in it. */
export function toShare<T extends Opened>(opened: T, fileName: string): T {
  const { source } = withoutSecrets(opened, fileName)
  return { ...opened, ...source, content: writeDocument(source.document, source.root) }
}

/** What to say of the credentials in a result: their keys, never their values; nothing when there are none. */
export function secretNotes(root: PlistValue, { fileName }: { readonly fileName: string }): string[] {
  const found = secretsOf(root, fileName)
  const names = [...new Set(found.map(({ holder, name }) => (holder === '' ? name : `${holder} › ${name}`)))]
  return names.length === 0
    ? []
    : [
        `The result holds ${found.length === 1 ? 'a credential' : 'credentials'} in clear text: ${listed(names)}. Leave ${found.length === 1 ? 'it' : 'them'} out with --without-secrets.`,
      ]
}
