import type { ConfigurationItem, Summary } from '@/lib/api/configurations'
import { file, request, root } from './requests'

/** Stores the bytes of a profile as a new configuration. Throws RequestFailed. */
export const createConfiguration = (name: string, bytes: Uint8Array, summary: Summary) =>
  request<ConfigurationItem>('POST', root, file(bytes, { name, summary }))
