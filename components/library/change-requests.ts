import type { ConfigurationItem, TagChange } from '@/lib/api/configurations'
import { endNotices } from './notify-about'
import { json, RequestFailed, readItem, request, root } from './requests'

/** Gives a configuration another name. */
export const renameConfiguration = (id: string, name: string) =>
  request<ConfigurationItem>('PATCH', `${root}/${id}`, json({ name }))
/** Sets the tags of a configuration, and its note where one is given. */
export const tagConfiguration = (id: string, change: TagChange) =>
  request<ConfigurationItem>('PATCH', `${root}/${id}`, json(change))

/** Whether an answer says that the configuration is not there, or not where it was asked for. */
export const isMissing = (error: unknown) => error instanceof RequestFailed && error.status === 404

/** Takes a configuration off the list; what was said of it ends. */
export async function removeConfiguration(id: string): Promise<void> {
  await request<void>('DELETE', `${root}/${id}`)
  endNotices(id)
}

/** Brings one back that was taken off the list; one that somebody has brought back by then is back. What was said of it ends. */
export async function restoreConfiguration(id: string): Promise<void> {
  try {
    await request<ConfigurationItem>('POST', `${root}/${id}/restore`, json({}))
  } catch (error) {
    await (isMissing(error) ? readItem(id) : Promise.reject(error))
  }
  endNotices(id)
}

/** Where the deleted configurations are. */
export const deletedRoot = '/api/deleted'

/** Removes a deleted configuration for good; what was said of it ends. */
export async function removeForGood(id: string): Promise<void> {
  await request<void>('DELETE', `${deletedRoot}/${id}`)
  endNotices(id)
}
