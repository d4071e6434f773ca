const TOKENS = /<\/?[^>]*>?|[^<]+/g
/** Lines in one block; blocks out of view cost no layout and no paint. */
const BLOCK = 40

/** Lines of XML in an element, kept up to date by replacing only the lines that changed; React is not involved. */
export class XmlLines {
  readonly #host: HTMLElement
  #lines: readonly string[] = []
  /** The element of each line. */
  #elements: HTMLElement[] = []
  #marked: { from: number; to: number } | null = null
  #markedElements: readonly HTMLElement[] = []

  constructor(host: HTMLElement) {
    this.#host = host
  }

  /** Shows `lines`; the ones before the first and after the last difference keep their elements. */
  show(lines: readonly string[]): void {
    const before = this.#lines
    let head = 0
    while (head < before.length && head < lines.length && before[head] === lines[head]) {
      head++
    }
    let tail = 0
    while (
      tail < before.length - head &&
      tail < lines.length - head &&
      before.at(-1 - tail) === lines.at(-1 - tail)
    ) {
      tail++
    }
    const fresh = lines.slice(head, lines.length - tail).map(lineElement)
    this.#lines = lines
    if (fresh.length > BLOCK || head + tail === 0) {
      this.#elements = [
        ...this.#elements.slice(0, head),
        ...fresh,
        ...this.#elements.slice(before.length - tail),
      ]
      this.#host.replaceChildren(...blocksOf(this.#elements))
      return
    }
    const next = this.#elements[before.length - tail]
    if (next) {
      next.before(...fresh)
    } else {
      this.#elements[head - 1]?.after(...fresh)
    }
    for (const element of this.#elements.splice(head, before.length - head - tail, ...fresh)) {
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
    if (token.startsWith('<')) {
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
