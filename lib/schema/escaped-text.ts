const ESCAPED = /&(?:amp;)*(?:amp|lt|gt|quot|apos|#39|#x27);/i

/** The first entity of XML or HTML in a value, which people see as it is; undefined where there is none. */
export function escapeIn(value: string): string | undefined {
  return ESCAPED.exec(value)?.[0]
}

const CHARACTERS: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
}

/** The text with its entities undone, as often as they were written. */
export function unescaped(value: string): string {
  const once = value.replace(
    /&(amp|lt|gt|quot|apos|#39|#x27);/gi,
    (all, name: string) => CHARACTERS[name.toLowerCase()] ?? all,
  )
  return once !== value && ESCAPED.test(once) ? unescaped(once) : once
}
