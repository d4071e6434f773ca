const TOKENS = /<\/?[^>]*>?|[^<]+/g

type Range = { readonly from: number; readonly to: number }

/** Lines of XML that are laid out together. Until it is drawn it is one text: it can be found, selected and copied. */
export class XmlBlock {
  readonly element = document.createElement('div')
  lines: string[]
  /** The element of each line, once they are drawn. */
  #elements: HTMLElement[] | null = null
  #marked: Range | null = null

  constructor(lines: string[]) {
    this.lines = lines
    this.element.className = 'xml-block'
    this.element.append(plainLine(lines))
    this.#reserve()
  }

  /** Gives each line its element, with its tags, keys and texts told apart. */
  draw(): readonly HTMLElement[] {
    if (this.#elements === null) {
      this.#elements = this.lines.map(lineElement)
      this.element.replaceChildren(...this.#elements)
      this.#showMark()
    }
    return this.#elements
  }

  /** Marks the lines from `from` to `to` (inclusive), or none; they show it once they are drawn. */
  mark(range: Range | null): void {
    if (this.#marked !== null || range !== null) {
      this.#marked = range
      this.#showMark()
    }
  }

  #showMark(): void {
    const { from, to } = this.#marked ?? { from: 1, to: 0 }
    for (const [at, element] of this.#elements?.entries() ?? []) {
      element.toggleAttribute('data-marked', at >= from && at <= to)
    }
  }

  /** Puts `lines` in the place of `count` lines from `at` on; the others keep their elements. */
  replace(at: number, count: number, lines: readonly string[]): void {
    const [first = ''] = lines
    const rewrites = count === 1 && lines.length === 1 && rewritten(this.#elements?.[at], first)
    this.lines.splice(at, count, ...lines)
    if (lines.length !== count) {
      this.#reserve()
    }
    if (rewrites) {
      return
    }
    if (this.#elements === null) {
      this.element.replaceChildren(plainLine(this.lines))
      return
    }
    const fresh = lines.map(lineElement)
    const next = this.#elements[at + count] ?? null
    for (const gone of this.#elements.splice(at, count, ...fresh)) {
      gone.remove()
    }
    for (const element of fresh) {
      this.element.insertBefore(element, next)
    }
  }

  /** How high it is: lines do not wrap. */
  #reserve(): void {
    this.element.style.setProperty('--lines', String(this.lines.length))
  }
}

function plainLine(lines: readonly string[]): HTMLElement {
  const element = document.createElement('div')
  element.className = 'xml-line'
  // A line feed at the end would not be drawn.
  element.textContent = `${lines.join('\n')}${lines.at(-1) === '' ? '\u200b' : ''}`
  return element
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
