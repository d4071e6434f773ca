import type { ConfigurationItem, TagChange } from '@/lib/api/configurations'
import { json, request, root } from './requests'

/** Gives a configuration another name. */
export const renameConfiguration = (id: string, name: string) =>
  request<ConfigurationItem>('PATCH', `${root}/${id}`, json({ name }))
/** Sets the tags of a configuration, and its note where one is given. */
export const tagConfiguration = (id: string, change: TagChange) =>
  request<ConfigurationItem>('PATCH', `${root}/${id}`, json(change))
/** Takes a configuration off the list. */
export const removeConfiguration = (id: string) => request<void>('DELETE', `${root}/${id}`)
/** Brings one back that was taken off the list. */
export const restoreConfiguration = (id: string) =>
  request<ConfigurationItem>('POST', `${root}/${id}/restore`, json({}))
