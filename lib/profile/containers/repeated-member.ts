import { outOfOrder } from '../typed-json'

/** Strings whole, and what opens, closes and parts objects and lists. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g

/**
 * The first name that stands twice in one object of JSON that JSON.parse takes, of which it gives the last value only;
 * null when there is none.
 */
export function repeatedMember(json: string): string | null {
  const seen = new Map<number, Set<string>>()
  for (const { object, name } of membersIn(json)) {
    const names = seen.get(object) ?? new Set()
    if (names.has(name)) {
      return name
    }
    seen.set(object, names.add(name))
  }
  return null
}

/** The names that JSON.parse gives another place in their object than they have in the text, each once. */
export function movedMembers(json: string): string[] {
  const all = new Map<number, string[]>()
  for (const { object, name } of membersIn(json)) {
    const names = all.get(object)
    if (names === undefined) {
      all.set(object, [name])
    } else {
      names.push(name)
    }
  }
  return [...new Set([...all.values()].flatMap((names) => outOfOrder(names)))]
}

/** The members of every object of JSON that JSON.parse takes, in the order of the text, with the number of their object. */
function* membersIn(json: string): Generator<{ readonly object: number; readonly name: string }> {
  const open: (number | null)[] = []
  let objects = 0
  let last = ''
  for (const [token] of json.matchAll(TOKENS)) {
    const object = open.at(-1)
    if (token === '{' || token === '[') {
      open.push(token === '{' ? objects++ : null)
    } else if (token === '}' || token === ']') {
      open.pop()
    } else if (token === ':' && typeof object === 'number') {
      yield { object, name: String(JSON.parse(last)) }
    }
    last = token
  }
}
