/** What cannot be seen or looks like a space (U+00A0, U+202F). Joiners (U+200C, U+200D) stay: some scripts need them. */
const HIDDEN = /[\u00a0\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202f\u2060-\u2064\u2066-\u206f\ufeff]/

/** The first character of a text that nobody sees; undefined when there is none. */
export function hiddenIn(text: string): string | undefined {
  return HIDDEN.exec(text)?.[0]
}

/** The text without what nobody sees, in it and around it; what looks like a space is one. */
export function withoutHidden(text: string): string {
  return text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(new RegExp(HIDDEN, 'g'), '')
    .trim()
}

/** A character by its code: "U+200B". */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
