import type { Summary } from '@/lib/api/configurations'
import { writeDocument } from '@/lib/plist/document'
import { renameProfile, withNewIdentity } from '@/lib/profile/identity'
import { openProfile } from '@/lib/profile/open-profile'
import type { ReadConfiguration } from './requests'

/** A copy of a configuration as a profile of its own: same settings, new identifiers and UUIDs, "copy" in its name. */
export async function duplicateOf({
  configuration: original,
  bytes,
}: ReadConfiguration): Promise<{ name: string; content: Uint8Array; summary: Summary }> {
  const opened = await openProfile(bytes, `${original.name}.plist`)
  const name = `${original.name.slice(0, 115)} copy`
  const content = writeDocument(opened.document, renameProfile(withNewIdentity(opened.root), name))
  const { provider, domains, errors, advice } = original
  return { name, content, summary: { provider, domains: [...domains], errors, advice } }
}
