import type { Configuration, ConfigurationItem } from '@/lib/api/configurations'
import { fileNameOf, openBytes } from './open-bytes'
import { saveConfiguration } from './requests'
import { summaryOf } from './summary'

/**
 * Saves what version `number` of a configuration held, its `bytes`, as a version over `newest`; nothing is taken away. Throws
 * RequestFailed, also where `newest` is not the newest any more.
 */
export async function restoreVersion(
  item: Configuration,
  bytes: Uint8Array,
  { number, newest }: { readonly number: number; readonly newest: number },
): Promise<ConfigurationItem> {
  const summary = await summaryOf(await openBytes(bytes, fileNameOf(item)))
  return saveConfiguration(item.id, newest, bytes, summary, `Restored from version ${number}.`)
}
