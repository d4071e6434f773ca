import type { ConfigurationItem } from '@/lib/api/configurations'
import { copyOf } from './copy-of'
import { createConfiguration } from './create-configuration'
import type { ImportedFile } from './import-file'
import { saveConfiguration } from './requests'

export const COPY = 'copy'
export const LEAVE = 'leave'

/**
 * What a profile becomes whose identifier the library has: a version of the configuration of this id, a copy, or nothing where
 * it is left out.
 */
export type Decision = typeof COPY | typeof LEAVE | (string & {})

type Read = Extract<ImportedFile, { outcome: 'read' }>

/**
 * Stores a profile: as a new configuration, or as somebody has decided. A new version is one over `newest`, the version that the
 * decision was made about, and all before it stay. Throws RequestFailed; nothing is written then.
 */
export async function storeImported(
  file: Read,
  decision: Decision | undefined,
  newest: number,
): Promise<ConfigurationItem> {
  const { name, content, summary, fileName } = file
  if (decision === undefined) {
    return createConfiguration(name, content, summary)
  }
  if (decision === COPY) {
    const copy = await copyOf(content, fileName, name)
    const { identifier: _, ...rest } = summary
    return createConfiguration(copy.name, copy.content, rest)
  }
  return saveConfiguration(decision, newest, content, summary, `Imported from ${fileName}.`.slice(0, 500))
}
