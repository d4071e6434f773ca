const ESCAPED = /&(?:amp;)*(?:amp|lt|gt|quot|apos|#\d{2,7}|#x[0-9a-f]{2,6});/i

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
}

/** The text with its entities undone, as often as they were written. */
export function unescaped(value: string): string {
  const once = value.replace(
    /&(amp|lt|gt|quot|apos|#\d{2,7}|#x[0-9a-f]{2,6});/gi,
    (all, name: string) => CHARACTERS[name.toLowerCase()] ?? referred(name) ?? all,
  )
  return once !== value && ESCAPED.test(once) ? unescaped(once) : once
}

/** The character that a numeric reference stands for; undefined when there is none that a text could hold. */
function referred(name: string): string | undefined {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : undefined
}
