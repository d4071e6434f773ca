import type { Io } from './io'

/** Puts text in a colour, or leaves it as it is where colours are not wanted. */
export type Colours = { readonly [name in keyof typeof CODES]: (text: string) => string }

/** Select Graphic Rendition, ECMA-48 section 8.3.117. */
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const

/** Colours for standard output: on a terminal only, and not with NO_COLOR (https://no-color.org). */
export function coloursFor({ isTty, env }: Io): Colours {
  const wanted = isTty.stdout && !env.NO_COLOR && env.TERM !== 'dumb'
  const paint = (code: number) => (text: string) => (wanted ? `\u001b[${code}m${text}\u001b[0m` : text)
  return {
    bold: paint(CODES.bold),
    dim: paint(CODES.dim),
    red: paint(CODES.red),
    green: paint(CODES.green),
    yellow: paint(CODES.yellow),
  }
}

/**
 * Text from a file or a file name, made safe to show: control characters, which could steer the terminal or fake a
 * line of output, become their code in angle brackets.
 */
export function printable(text: string): string {
  return text.replaceAll(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `<${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}>`,
  )
}
