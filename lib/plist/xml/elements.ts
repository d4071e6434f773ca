/** The elements of PropertyList-1.0.dtd. */
export const elementNames = [
  'plist',
  'dict',
  'array',
  'key',
  'string',
  'integer',
  'real',
  'date',
  'data',
  'true',
  'false',
] as const

/** What people and other formats call them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  str: 'string',
  text: 'string',
  int: 'integer',
  number: 'integer',
  float: 'real',
  double: 'real',
  dictionary: 'dict',
  list: 'array',
  yes: 'true',
  no: 'false',
}

/** Whether a property list has an element of this name. Upper and lower case differ. */
export function isElement(name: string): boolean {
  return (elementNames as readonly string[]).includes(name)
}

/** The element that `name` most likely means: another case, another word, or one letter missing, added or swapped. */
export function meantElement(name: string): string | undefined {
  const lower = name.toLowerCase()
  if (isElement(lower)) {
    return lower
  }
  if (Object.hasOwn(OTHER_NAMES, lower)) {
    return OTHER_NAMES[lower]
  }
  const near = elementNames.filter((element) => isNear(lower, element))
  return near.length === 1 ? near[0] : undefined
}

/** Whether the words differ by one letter missing, added or replaced, or by two neighbours swapped. */
function isNear(word: string, element: string): boolean {
  let head = 0
  while (head < element.length && word[head] === element[head]) {
    head += 1
  }
  const a = word.slice(head)
  const b = element.slice(head)
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  )
}
