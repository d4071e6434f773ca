import { equal } from '../plist/tree'
import type { PlistValue } from '../plist/value'
import { holds } from './condition'
import { type Context, contextOf, type Settings, seenFrom, settingAt } from './context'
import type { Edit } from './issue'
import { type KnownKey, keyWithId } from './keys'
import { type Link, linkedEdits, linkOf, linkState } from './links'
import { sameProvider } from './sound'

/**
 * The edits of the keys that say the same as `key` and follow it, once it has changed from `before` to `after`: those
 * that held the same or nothing, and that apply. A key that differed before was unlinked on purpose and stays.
 */
export function followers(key: KnownKey, before: Settings, after: Settings): Edit[] {
  const link = linkOf(key.id)
  const context = contextOf(after)
  if (link === undefined || (link.mayDiffer !== undefined && holds(link.mayDiffer, context))) {
    return []
  }
  if (link.id !== 'provider' && !sameProvider(context)) {
    return []
  }
  const value = settingAt(after, key.domain, key.path) ?? null
  return linkedEdits(link, inWordsOfFirst(link, key, value), after).filter((edit) => {
    const other = link.keys
      .map(keyWithId)
      .find((each) => each?.domain === edit.domain && each.path === edit.path)
    return (
      other !== undefined &&
      other !== key &&
      // What belongs to the link with some providers only is not added where nobody has it.
      (link.only?.[other.id] === undefined || settingAt(before, other.domain, other.path) !== undefined) &&
      linkState({ ...link, keys: [key.id, other.id] }, before) !== 'different' &&
      applies(other, context) &&
      changes(edit, after)
    )
  })
}

function applies({ appliesWhen, domain }: KnownKey, context: Context): boolean {
  return (
    context.provider === null || appliesWhen === undefined || holds(appliesWhen, seenFrom(context, domain))
  )
}

function changes({ domain, path, value }: Edit, settings: Settings): boolean {
  const present = domain === null ? undefined : settingAt(settings, domain, path)
  return value === null ? present !== undefined : present === undefined || !equal(present, value)
}

/** A value as the first key of the link spells it, which is what `linkedEdits` takes. */
function inWordsOfFirst(link: Link, key: KnownKey, value: PlistValue | null): PlistValue | null {
  const spellings = Object.entries(link.spell?.[key.id] ?? {})
  const first = value?.type === 'string' ? spellings.find(([, own]) => own === value.value)?.[0] : undefined
  return first === undefined ? value : { type: 'string', value: first }
}
