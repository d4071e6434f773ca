/** Strings whole, and what opens, closes and parts objects and lists. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g

/**
 * The first name that stands twice in one object of JSON that JSON.parse takes, of which it gives the last value only;
 * null when there is none.
 */
export function repeatedMember(json: string): string | null {
  const open: (Set<string> | null)[] = []
  let last = ''
  for (const [token] of json.matchAll(TOKENS)) {
    const names = open.at(-1)
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null)
    } else if (token === '}' || token === ']') {
      open.pop()
    } else if (token === ':' && names) {
      const name = String(JSON.parse(last))
      if (names.has(name)) {
        return name
      }
      names.add(name)
    }
    last = token
  }
  return null
}
