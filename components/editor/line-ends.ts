/**
 * The text after an edit that was made with LF for every line end, as CodeMirror does: what was not edited keeps its
 * line ends, new lines end as the first line does. `original` is the text before, `edited` the one with LF.
 */
export function withLineEnds(original: string, edited: string): string {
  if (!original.includes('\r')) {
    return edited
  }
  const plain = original.replace(/\r\n?/g, '\n')
  const most = Math.min(plain.length, edited.length)
  let head = 0
  while (head < most && plain[head] === edited[head]) {
    head++
  }
  let tail = 0
  while (tail < most - head && plain.at(-1 - tail) === edited.at(-1 - tail)) {
    tail++
  }
  const lineEnd = /\r\n?|\n/.exec(original)?.[0] ?? '\n'
  const between = edited.slice(head, edited.length - tail).replaceAll('\n', lineEnd)
  return (
    original.slice(0, place(original, head)) + between + original.slice(place(original, plain.length - tail))
  )
}

/** Where the character `count` of the text with LF stands in the text as it is. */
function place(original: string, count: number): number {
  let at = 0
  for (let seen = 0; seen < count; seen++) {
    at += original.startsWith('\r\n', at) ? 2 : 1
  }
  return at
}
