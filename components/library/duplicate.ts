import { loadLater } from '@/components/ui/lazily'
import type { ConfigurationItem } from '@/lib/api/configurations'
import { createConfiguration } from './create-configuration'
import { readConfiguration } from './requests'

const loadCopyOf = loadLater(async () => (await import('./copy-of')).copyOf)

/** Stores a copy as a profile of its own: same settings, new identifiers and UUIDs, "copy" in its name. */
export async function duplicate({ id }: Pick<ConfigurationItem, 'id'>): Promise<ConfigurationItem> {
  const { configuration, bytes } = await readConfiguration(id)
  const copyOf = await loadCopyOf()
  const { name, content } = await copyOf(bytes, `${configuration.name}.plist`, configuration.name)
  const { provider, domains, errors, advice } = configuration
  return createConfiguration(name, content, { provider, domains, errors, advice })
}
