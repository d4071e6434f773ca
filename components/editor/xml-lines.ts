const TOKENS = /<\/?[^>]*>?|[^<]+/g

/** Lines of XML in an element, kept up to date by replacing only the lines that changed; React is not involved. */
export class XmlLines {
  readonly #host: HTMLElement
  #lines: readonly string[] = []
  #marked: { from: number; to: number } | null = null

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
    const gone = Array.from(
      { length: before.length - head - tail },
      (_, index) => this.#host.children[head + index],
    )
    const next = this.#host.children[before.length - tail] ?? null
    const fresh = document.createDocumentFragment()
    for (const line of lines.slice(head, lines.length - tail)) {
      fresh.append(lineElement(line))
    }
    for (const element of gone) {
      element?.remove()
    }
    this.#host.insertBefore(fresh, next)
    this.#lines = lines
  }

  /** Marks the lines from `from` to `to` (inclusive) and brings them into view; null marks none. */
  mark(range: { from: number; to: number } | null, scroll: boolean): void {
    for (const element of this.#host.querySelectorAll('[data-marked]')) {
      element.removeAttribute('data-marked')
    }
    for (let line = range?.from ?? 0; range && line <= range.to; line++) {
      this.#host.children[line]?.setAttribute('data-marked', '')
    }
    if (range && scroll && (range.from !== this.#marked?.from || range.to !== this.#marked.to)) {
      this.#scrollTo(range.from)
    }
    this.#marked = range
  }

  #scrollTo(line: number): void {
    const element = this.#host.children[line]
    const pane = this.#host.parentElement
    if (element instanceof HTMLElement && pane) {
      const top = element.offsetTop - pane.clientHeight / 3
      if (element.offsetTop < pane.scrollTop || element.offsetTop > pane.scrollTop + pane.clientHeight - 40) {
        pane.scrollTop = Math.max(0, top)
      }
    }
  }
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
