/**
 * The names that an object of JSON has more than once at its top, in the order of their repetition. Text that is no
 * JSON gives whatever was found until then.
 */
export function repeatedMembers(json: string): readonly string[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g
  let depth = 0
  let last = ''
  for (const [text] of json.matchAll(token)) {
    if (text === ':' && depth === 1) {
      const name = nameIn(last)
      if (seen.has(name)) {
        repeated.add(name)
      }
      seen.add(name)
    }
    depth += text === '{' || text === '[' ? 1 : text === '}' || text === ']' ? -1 : 0
    last = text
  }
  return [...repeated]
}

/** The name as it is meant: "\u0069ssuer" is issuer. */
function nameIn(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
