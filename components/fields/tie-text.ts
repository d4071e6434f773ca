import type { OpenProfile } from '@/components/open-profile/open-profile'
import type { UnwrittenText } from '@/components/open-profile/unwritten-texts'
import { equal } from '@/lib/plist/tree'
import type { PlistPath, PlistValue } from '@/lib/plist/value'

/** Between a value and the text in its field. `read` gives null for "Not configured" and a sentence for text that is no value. */
export type TextCodec = {
  readonly show: (value: PlistValue | undefined) => string
  readonly read: (text: string) => { value: PlistValue | null } | { error: string }
}

/**
 * Writes into a text field what its key holds, or the text that is kept for it, now and after each change from elsewhere.
 * Text that says what the profile holds is left as it is typed: caret and composition are the browser's. The returned
 * function ends it.
 */
export function tieText(
  field: { value: string },
  { profile, texts }: Pick<OpenProfile, 'profile' | 'texts'>,
  { domain, path }: { domain: string; path: PlistPath },
  codec: TextCodec,
): () => void {
  let shown: PlistValue | UnwrittenText | undefined | null = null
  const follow = () => {
    const unwritten = texts.at(domain, path)
    const value = profile.valueOf(domain, path)
    if (shown === (unwritten ?? value)) {
      return
    }
    shown = unwritten ?? value
    const text = unwritten?.text ?? (says(field.value, value, codec) ? field.value : codec.show(value))
    if (field.value !== text) {
      field.value = text
    }
  }
  follow()
  // The text first: a change of the profile takes it away before the field hears of it.
  const untie = [texts.subscribe(follow), profile.listeners.addTo({ domain, path }, follow)]
  return () => untie.forEach((end) => void end())
}

/** Whether a text is one of those that stand for a value. */
function says(text: string, value: PlistValue | undefined, codec: TextCodec): boolean {
  const read = codec.read(text)
  if ('error' in read) {
    return false
  }
  return read.value === null ? value === undefined : value !== undefined && equal(read.value, value)
}
