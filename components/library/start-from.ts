import type { ConfigurationItem } from '@/lib/api/configurations'
import { writeDocument } from '@/lib/plist/document'
import { writeXml } from '@/lib/plist/xml/writer'
import { renameProfile, withNewIdentity } from '@/lib/profile/identity'
import { openProfile } from '@/lib/profile/open-profile'
import { secretsOf, withoutThese } from '@/lib/profile/secrets'
import { profileFor } from '@/lib/profile/template'
import { createConfiguration } from './create-configuration'
import { fileNameOf, openBytes } from './open-bytes'
import { readConfiguration } from './requests'
import { summaryOf } from './summary'

/** A new configuration, and the names of the credentials that its template has and it has not. */
export type Started = { readonly item: ConfigurationItem; readonly left: readonly string[] }

/** Stores a new configuration that starts from a template of a product. Throws RequestFailed. */
export async function startFrom(template: string, name: string): Promise<Started> {
  const bytes = new TextEncoder().encode(writeXml(profileFor(template, { name })))
  return { item: await stored(name, bytes), left: [] }
}

/**
 * Stores a new configuration that starts from another one as it is saved: same settings, new identifiers and UUIDs, no
 * credentials. Throws RequestFailed, and PlistError or ProfileError for what is no profile.
 */
export async function startFromOwn(id: string, name: string): Promise<Started> {
  const { configuration, bytes } = await readConfiguration(id)
  const fileName = fileNameOf(configuration)
  const { content, left } = await freshFrom(bytes, fileName, name)
  return { item: await stored(name, content, fileName), left }
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
