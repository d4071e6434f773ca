/**
 * One line of a text that became another: its number, what it says now, the offset in the text before at which it begins to
 * differ, and by how many characters it is longer.
 */
export type TypedLine = {
  readonly at: number
  readonly line: string
  readonly from: number
  readonly by: number
}

/**
 * The lines in which `after` differs from `before`, whose lines are given, when each differs within one `<string>` and
 * nothing else does, as while somebody types and linked keys follow; else null. Only what stands between the first and the
 * last difference is split: the whole would cost every key press in a large profile.
 */
export function typedLines(before: string, lines: readonly string[], after: string): TypedLine[] | null {
  const from = sameStart(before, after)
  const tail = sameEnd(before, after, from)
  const first = lineAt(lines, from, { at: 0, start: 0 })
  const last = lineAt(lines, before.length - tail, first)
  const end = last.start + (lines[last.at]?.length ?? 0)
  const changed = after.slice(first.start, after.length - (before.length - end)).split('\n')
  if (changed.length !== last.at - first.at + 1) {
    return null
  }
  const typed: TypedLine[] = []
  let { start } = first
  for (const [index, line] of changed.entries()) {
    const at = first.at + index
    const old = lines[at] ?? ''
    if (line !== old) {
      const within = changedText(old, line)
      if (within === null) {
        return null
      }
      typed.push({ at, line, from: start + within, by: line.length - old.length })
    }
    start += old.length + 1
  }
  return typed
}

type LineStart = { readonly at: number; readonly start: number }

/** The line in which an offset stands, and where it starts; looked for from another one on. */
function lineAt(lines: readonly string[], offset: number, from: LineStart): LineStart {
  let { at, start } = from
  while (at < lines.length - 1 && start + (lines[at]?.length ?? 0) < offset) {
    start += (lines[at]?.length ?? 0) + 1
    at++
  }
  return { at, start }
}

/** Where two lines begin to differ, when that is within one `<string>` of both; else null. */
function changedText(before: string, after: string): number | null {
  const from = sameStart(before, after)
  const tail = sameEnd(before, after, from)
  const tag = before.lastIndexOf('<', from - 1)
  const inString = before.startsWith('<string>', tag) && from >= tag + '<string>'.length
  const changed = before.slice(from, before.length - tail) + after.slice(from, after.length - tail)
  return inString && !/[<>]/.test(changed) ? from : null
}

/** How many characters two texts begin with in common. Halves of them are compared, not characters one by one. */
function sameStart(one: string, other: string): number {
  let [low, high] = [0, Math.min(one.length, other.length)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (one.startsWith(other.slice(low, middle), low)) {
      low = middle
    } else {
      high = middle - 1
    }
  }
  return low
}

/** How many characters two texts end with in common, behind the first `from`. */
function sameEnd(one: string, other: string, from: number): number {
  let [low, high] = [0, Math.min(one.length, other.length) - from]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const part = other.slice(other.length - middle, other.length - low)
    if (one.endsWith(part, one.length - low)) {
      low = middle
    } else {
      high = middle - 1
    }
  }
  return low
}
