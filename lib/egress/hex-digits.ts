import type { Unspelled } from './unspelled'

/** Bytes in hexadecimal digits, alone or with what people and programs put between them: "41 42", "0x41, 0x42", "41:42". */
const run = /[0-9A-Fa-f]{2}(?:[\s:;,."'-]{0,4}(?:0[xX])?[0-9A-Fa-f]{2}){3,4095}/g
const digit = /0[xX]|[0-9A-Fa-f]/g
/** What stands between two runs that are one, the first of which was too long. */
const between = /^[\s:;,."'-]{0,4}(?:0[xX])?$/

/**
 * The hexadecimal digits of the bytes in a text, in small letters and without what stands between them; other text
 * between two runs of them is a line break. Takes linear time.
 */
export function hexDigits({ plain, start, end }: Unspelled): Unspelled {
  const digits: string[] = []
  const places: number[] = []
  let done = 0
  for (const { index, 0: found } of plain.matchAll(run)) {
    if (!between.test(plain.slice(done, Math.min(index, done + 7)))) {
      digits.push('\n')
      places.push(index)
    }
    for (const { index: within, 0: each } of found.matchAll(digit)) {
      if (each.length === 1) {
        digits.push(each)
        places.push(index + within)
      }
    }
    done = index + found.length
  }
  const at = (index: number) => places[index] as number
  return {
    plain: digits.join('').toLowerCase(),
    start: (index) => start(at(index)),
    end: (index) => end(at(index)),
  }
}
