import { afterPaint } from '@/components/open-profile/after-paint'
import { XmlBlock } from './xml-block'

/**
 * Lines in one block; blocks out of view cost no layout and no paint. In a block that is in view every line is looked at
 * with each key press, and every block with each frame: few lines are best until there are many blocks.
 */
const BLOCK = { few: 12, many: 40 } as const
const MANY = 5_000
/** So many lines are drawn at once; of more, each block when it comes into view: 20,000 lines take the page seconds. */
const DRAWN = 1_200
/**
 * The width grows in steps of so many characters and keeps half of one to spare: were it that of the longest line, typing
 * in it would lay out all lines.
 */
const WIDTH_STEP = 40

type Range = { readonly from: number; readonly to: number }

/** Lines of XML in an element, kept up to date by replacing only the lines that changed; React is not involved. */
export class XmlLines {
  readonly #host: HTMLElement
  readonly #sight: IntersectionObserver
  readonly #blockOf = new WeakMap<Element, XmlBlock>()
  #blocks: XmlBlock[] = []
  #lines: readonly string[] = []
  #marked: Range | null = null
  #columns = 0
  #widens = false

  /** `host` stands in the element that scrolls. */
  constructor(host: HTMLElement) {
    this.#host = host
    this.#sight = new IntersectionObserver((seen) => this.#draw(seen), {
      root: host.parentElement,
      rootMargin: '600px 0px',
    })
    host.replaceChildren()
  }

  /** Lets go of what watches the element. */
  end(): void {
    this.#sight.disconnect()
  }

  /** Shows `lines`; the ones that stay keep their elements. */
  show(lines: readonly string[]): void {
    const before = this.#lines
    this.#lines = lines
    this.#widen()
    if (lines.length === before.length) {
      for (const [at, line] of lines.entries()) {
        if (line !== before[at]) {
          this.#replace(at, 1, [line])
        }
      }
      return
    }
    const { head, tail } = sameEnds(before, lines)
    this.#replace(head, before.length - head - tail, lines.slice(head, lines.length - tail))
  }

  /** At once where a line needs it; what is to spare comes when the lines have been painted. */
  #widen(): void {
    const longest = this.#longest()
    if (longest > this.#columns) {
      this.#setColumns(longest)
    } else if (spacious(longest) !== this.#columns && !this.#widens) {
      this.#widens = true
      afterPaint(() => {
        this.#widens = false
        this.#setColumns(this.#longest())
      })
    }
  }

  #longest(): number {
    return this.#lines.reduce(
      (most, line) => (line.length * 2 > most ? Math.max(most, columns(line)) : most),
      0,
    )
  }

  #setColumns(longest: number): void {
    const wanted = spacious(longest)
    if (wanted !== this.#columns) {
      this.#columns = wanted
      this.#host.style.width = `calc(${wanted}ch + 32px)`
    }
  }

  /** Puts `lines` in the place of `count` lines from `at` on. */
  #replace(at: number, count: number, lines: readonly string[]): void {
    const first = this.#placeOf(at)
    const last = count === 0 ? first : this.#placeOf(at + count - 1)
    const block = this.#blocks[first.index]
    if (
      block &&
      first.index === last.index &&
      block.lines.length - count + lines.length <= 2 * blockSize(this.#lines)
    ) {
      block.replace(first.within, count, lines)
      return
    }
    const kept = [block?.lines.slice(0, first.within), this.#blocks[last.index]?.lines] as const
    const rest = kept[1]?.slice(count === 0 ? last.within : last.within + 1) ?? []
    const fresh = blocksOf([...(kept[0] ?? []), ...lines, ...rest], blockSize(this.#lines))
    const gone = this.#blocks.splice(first.index, block ? last.index - first.index + 1 : 0, ...fresh)
    this.#show(fresh, gone)
  }

  #show(fresh: readonly XmlBlock[], gone: readonly XmlBlock[]): void {
    const after = this.#blocks[this.#blocks.indexOf(fresh.at(-1) as XmlBlock) + 1]
    for (const { element } of gone) {
      this.#sight.unobserve(element)
      element.remove()
    }
    const part = document.createDocumentFragment()
    let before = 0
    for (const block of fresh) {
      part.append(block.element)
      before += block.lines.length
      if (before <= DRAWN) {
        block.draw()
      } else {
        this.#blockOf.set(block.element, block)
        this.#sight.observe(block.element)
      }
    }
    this.#host.insertBefore(part, after?.element ?? null)
  }

  /** The block in which a line stands; a line behind the last one belongs to the last block. */
  #placeOf(line: number): { index: number; within: number } {
    let within = line
    let index = 0
    while (index < this.#blocks.length - 1 && within >= (this.#blocks[index] as XmlBlock).lines.length) {
      within -= (this.#blocks[index] as XmlBlock).lines.length
      index++
    }
    return { index, within }
  }

  #draw(seen: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of seen) {
      if (isIntersecting) {
        this.#blockOf.get(target)?.draw()
        this.#sight.unobserve(target)
      }
    }
  }

  /** Marks the lines from `from` to `to` (inclusive) and brings them into view; null marks none. */
  mark(range: Range | null, scroll: boolean): void {
    let start = 0
    for (const block of this.#blocks) {
      const end = start + block.lines.length
      const meets = range !== null && range.from < end && range.to >= start
      block.mark(meets ? { from: range.from - start, to: range.to - start } : null)
      start = end
    }
    if (range && scroll && (range.from !== this.#marked?.from || range.to !== this.#marked.to)) {
      const { index, within } = this.#placeOf(range.from)
      this.#scrollTo(this.#blocks[index]?.draw()[within])
    }
    this.#marked = range
  }

  #scrollTo(element: HTMLElement | undefined): void {
    const pane = this.#host.parentElement
    if (element && pane) {
      const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top
      if (top < 0 || top > pane.clientHeight - 40) {
        pane.scrollTop += top - pane.clientHeight / 3
      }
    }
  }
}

const blockSize = (lines: readonly string[]) => (lines.length > MANY ? BLOCK.many : BLOCK.few)

function blocksOf(lines: readonly string[], size: number): XmlBlock[] {
  const blocks: XmlBlock[] = []
  for (let at = 0; at < lines.length; at += size) {
    blocks.push(new XmlBlock(lines.slice(at, at + size)))
  }
  return blocks
}

/** The width for a longest line of so many columns. */
const spacious = (longest: number) => Math.ceil((longest + WIDTH_STEP / 2) / WIDTH_STEP) * WIDTH_STEP

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
