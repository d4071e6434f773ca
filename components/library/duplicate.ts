import type { ConfigurationItem } from '@/lib/api/configurations'
import { writeDocument } from '@/lib/plist/document'
import { renameProfile, withNewIdentity } from '@/lib/profile/identity'
import { openProfile } from '@/lib/profile/open-profile'
import { createConfiguration } from './create-configuration'
import { readConfiguration } from './requests'

/** Stores a copy as a profile of its own: same settings, new identifiers and UUIDs, "copy" in its name. */
export async function duplicate({ id }: Pick<ConfigurationItem, 'id'>): Promise<ConfigurationItem> {
  const { configuration, bytes } = await readConfiguration(id)
  const { document, root } = await openProfile(bytes, `${configuration.name}.plist`)
  const name = `${configuration.name.slice(0, 115)} copy`
  const content = writeDocument(document, renameProfile(withNewIdentity(root), name))
  const { provider, domains, errors, advice } = configuration
  return createConfiguration(name, content, { provider, domains, errors, advice })
}
