/** Embeddings, overrides and isolates of direction (UAX 9), with which a name can look like another one. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g
/** A character that somebody can see; U+2800 is a Braille cell without dots. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]/u

/** Characters that nobody sees, but for those that join letters and emoji: with one a word looks like another one. */
const UNSEEN = /(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/u

/** Whether everything in a name can be seen. */
export function isWhollyVisible(name: string): boolean {
  return isVisible(name) && !UNSEEN.test(name)
}

/** Whether a name turns no text around. */
export function keepsDirection(name: string): boolean {
  return name.search(TURNING) < 0
}

/** Whether there is anything to see in a name. */
export function isVisible(name: string): boolean {
  return VISIBLE.test(name)
}

/** A name from a file as it can be shown: on one line, nothing turned around; empty when there is nothing to see. */
export function shownName(text: string): string {
  return isVisible(text)
    ? text
        .replace(TURNING, '')
        .replace(/\p{Cc}/gu, ' ')
        .trim()
    : ''
}
