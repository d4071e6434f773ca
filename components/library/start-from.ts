import type { ConfigurationItem } from '@/lib/api/configurations'
import { writeDocument } from '@/lib/plist/document'
import { writeXml } from '@/lib/plist/xml/writer'
import { firstKeyOf } from '@/lib/products/templates'
import { withoutSecrets } from '@/lib/profile/export/without-secrets'
import { renameProfile, withNewIdentity } from '@/lib/profile/identity'
import { openProfile } from '@/lib/profile/open-profile'
import { profileFor } from '@/lib/profile/template'
import { createConfiguration } from './create-configuration'
import { fileNameOf, openBytes } from './open-bytes'
import { readConfiguration } from './requests'
import { summaryOf } from './summary'

/** A new configuration. */
export type Started = {
  readonly item: ConfigurationItem
  /** The names of the credentials that its template has and it has not, and its comments where one told a credential. */
  readonly left: readonly string[]
  /** The id of the key that it is opened at; null: it opens at its beginning. */
  readonly opensAt: string | null
}

/** Stores a new configuration that starts from a template of a product. Throws RequestFailed. */
export async function startFrom(template: string, name: string): Promise<Started> {
  const bytes = new TextEncoder().encode(writeXml(profileFor(template, { name })))
  return { item: await stored(name, bytes), left: [], opensAt: firstKeyOf(template) ?? null }
}

/**
 * Stores a new configuration that starts from another one as it is saved: same settings, new identifiers and UUIDs, no
 * credentials. Throws RequestFailed, and PlistError or ProfileError for what is no profile.
 */
export async function startFromOwn(id: string, name: string): Promise<Started> {
  const { configuration, bytes } = await readConfiguration(id)
  const fileName = fileNameOf(configuration)
  const { content, left } = await freshFrom(bytes, fileName, name)
  return { item: await stored(name, content, fileName), left, opensAt: null }
}

/** The profile of a template as a new one under another name; `left` names its credentials, and its comments where one tells a credential. */
export async function freshFrom(bytes: Uint8Array, fileName: string, name: string) {
  const opened = await openProfile(bytes, fileName)
  const { source, removed, rewritten } = withoutSecrets(opened, fileName)
  return {
    content: writeDocument(source.document, renameProfile(withNewIdentity(source.root), name)),
    left: [...new Set(removed.map((secret) => secret.name)), ...(rewritten ? ['the comments'] : [])],
  }
}

async function stored(name: string, bytes: Uint8Array, fileName?: string): Promise<ConfigurationItem> {
  return createConfiguration(name, bytes, await summaryOf(await openBytes(bytes, fileName)))
}
