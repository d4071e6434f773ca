import type { ConfigurationItem } from '@/lib/api/configurations'
import { writeDocument } from '@/lib/plist/document'
import { writeXml } from '@/lib/plist/xml/writer'
import { firstKeyOf } from '@/lib/products/templates'
import { renameProfile, withNewIdentity } from '@/lib/profile/identity'
import { openProfile } from '@/lib/profile/open-profile'
import { secretsOf, withoutThese } from '@/lib/profile/secrets'
import { profileFor } from '@/lib/profile/template'
import { createConfiguration } from './create-configuration'
import { fileNameOf, openBytes } from './open-bytes'
import { readConfiguration } from './requests'
import { summaryOf } from './summary'

/** A new configuration. */
export type Started = {
  readonly item: ConfigurationItem
  /** The names of the credentials that its template has and it has not. */
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

/** The profile of a template as a new one under another name; `left` are the names of its credentials. */
export async function freshFrom(bytes: Uint8Array, fileName: string, name: string) {
  const { document, root } = await openProfile(bytes, fileName)
  const secrets = secretsOf(root, fileName)
  const fresh = renameProfile(withNewIdentity(withoutThese(root, secrets)), name)
  return {
    content: writeDocument(document, fresh),
    left: [...new Set(secrets.map((secret) => secret.name))],
  }
}

async function stored(name: string, bytes: Uint8Array, fileName?: string): Promise<ConfigurationItem> {
  return createConfiguration(name, bytes, await summaryOf(await openBytes(bytes, fileName)))
}
