const TOKENS = /<\/?[^>]*>?|[^<]+/g
/** Lines in one block; blocks out of view cost no layout and no paint. */
const BLOCK = 40
/** The width grows in steps of so many characters: were it that of the longest line, typing in it would lay out all lines. */
const WIDTH_STEP = 40

/** Lines of XML in an element, kept up to date by replacing only the lines that changed; React is not involved. */
export class XmlLines {
  readonly #host: HTMLElement
  #lines: readonly string[] = []
  /** The element of each line. */
  #elements: HTMLElement[] = []
  #marked: { from: number; to: number } | null = null
  #markedElements: readonly HTMLElement[] = []
  #width = ''

  constructor(host: HTMLElement) {
    this.#host = host
  }

  /** Shows `lines`; the ones that stay keep their elements. */
  show(lines: readonly string[]): void {
    const before = this.#lines
    this.#lines = lines
    this.#widen()
    if (lines.length === before.length) {
      for (const [at, line] of lines.entries()) {
        if (line !== before[at] && !rewritten(this.#elements[at], line)) {
          this.#replace(at, 1, [line])
        }
      }
      return
    }
    const { head, tail } = sameEnds(before, lines)
    this.#replace(head, before.length - head - tail, lines.slice(head, lines.length - tail))
  }

  #widen(): void {
    const longest = this.#lines.reduce(
      (most, line) => (line.length * 2 > most ? Math.max(most, columns(line)) : most),
      0,
    )
    const width = `calc(${Math.ceil(longest / WIDTH_STEP) * WIDTH_STEP}ch + 32px)`
    if (this.#width !== width) {
      this.#width = width
      this.#host.style.width = width
    }
  }

  /** Puts `lines` in the place of `count` lines from `at` on. */
  #replace(at: number, count: number, lines: readonly string[]): void {
    const fresh = lines.map(lineElement)
    const next = this.#elements[at]
    const gone = this.#elements.splice(at, count, ...fresh)
    if (fresh.length > BLOCK || !next) {
      this.#host.replaceChildren(...blocksOf(this.#elements))
      return
    }
    next.before(...fresh)
    for (const element of gone) {
      element.remove()
    }
  }

  /** Marks the lines from `from` to `to` (inclusive) and brings them into view; null marks none. */
  mark(range: { from: number; to: number } | null, scroll: boolean): void {
    const marked = range ? this.#elements.slice(range.from, range.to + 1) : []
    for (const element of this.#markedElements) {
      if (!marked.includes(element)) {
        element.removeAttribute('data-marked')
      }
    }
    for (const element of marked) {
      element.setAttribute('data-marked', '')
    }
    this.#markedElements = marked
    if (range && scroll && (range.from !== this.#marked?.from || range.to !== this.#marked.to)) {
      this.#scrollTo(range.from)
    }
    this.#marked = range
  }

  #scrollTo(line: number): void {
    const element = this.#elements[line]
    const pane = this.#host.parentElement
    if (element && pane) {
      const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top
      if (top < 0 || top > pane.clientHeight - 40) {
        pane.scrollTop += top - pane.clientHeight / 3
      }
    }
  }
}

/** Columns that a line takes at most: a tab takes two, and so does what may be a wide character. */
function columns(line: string): number {
  return line.length + (line.match(/[\t\u1100-\uffff]/g)?.length ?? 0)
}

/** How many lines are the same at the start and at the end. */
function sameEnds(before: readonly string[], lines: readonly string[]): { head: number; tail: number } {
  const shorter = Math.min(before.length, lines.length)
  let head = 0
  while (head < shorter && before[head] === lines[head]) {
    head++
  }
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === lines.at(-1 - tail)) {
    tail++
  }
  return { head, tail }
}

/** Writes a line into the element of another one with the same tags; false when they differ in more than texts. */
function rewritten(element: HTMLElement | undefined, line: string): boolean {
  const tokens = line.match(TOKENS) ?? []
  const parts = [...(element?.children ?? [])]
  const same = parts.map((part, at) => part.textContent === tokens[at])
  const alike = parts.every((part, at) => same[at] || (part.className === 'xml-text' && !isTag(tokens[at])))
  if (tokens.length === 0 || tokens.length !== parts.length || !alike) {
    return false
  }
  for (const [at, part] of parts.entries()) {
    if (!same[at] && part.firstChild) {
      part.firstChild.nodeValue = tokens[at] ?? ''
    }
  }
  return true
}

const isTag = (token: string | undefined) => token?.startsWith('<') === true

function blocksOf(elements: readonly HTMLElement[]): HTMLElement[] {
  const blocks: HTMLElement[] = []
  for (let at = 0; at < elements.length; at += BLOCK) {
    const block = document.createElement('div')
    block.className = 'xml-block'
    block.append(...elements.slice(at, at + BLOCK))
    blocks.push(block)
  }
  return blocks
}

function lineElement(line: string): HTMLElement {
  const element = document.createElement('div')
  element.className = 'xml-line'
  let inKey = false
  for (const [token] of line.matchAll(TOKENS)) {
    const part = document.createElement('span')
    part.textContent = token
    if (isTag(token)) {
      inKey = token === '<key>'
      part.className = token.startsWith('<!--') ? 'xml-comment' : 'xml-tag'
    } else {
      part.className = inKey ? 'xml-key' : 'xml-text'
    }
    element.append(part)
  }
  if (line === '') {
    element.append('\u200b')
  }
  return element
}
