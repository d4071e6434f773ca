import type { Settings } from '@/lib/schema/settings'
import { counted } from '@/lib/schema/words'
import { otherNames } from './others'

/** What follows "12 of 191 keys configured": how many keys beside those that have a field; nothing when there are none. */
export function othersInWords(settings: Settings): string {
  const count = otherNames(settings).reduce((sum, { names }) => sum + names.length, 0)
  return count > 0 ? `, and ${counted(count, 'other key')}` : ''
}
