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
 * Characters that steer a terminal or turn text around: C0 and C1 controls, line and paragraph separators, marks, embeddings,
 * overrides and isolates of direction, and letters that nobody sees (UAX 9, ECMA-48).
 */
const STEERING = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

const code = (character: string) => (character.codePointAt(0) ?? 0).toString(16)

/**
 * Text from a file, an argument or a file name, made safe to show: characters that could steer the terminal, fake a line of
 * output or turn it around become their code in angle brackets.
 */
export function printable(text: string): string {
  return text.replaceAll(STEERING, (character) => `<${code(character).padStart(2, '0')}>`)
}

/** JSON that says the same and can be shown: the same characters escaped, line ends and spaces of the layout left. */
export function harmlessJson(json: string): string {
  return json.replaceAll(STEERING, (character) =>
    /[\n\r\t]/.test(character) ? character : `\\u${code(character).padStart(4, '0')}`,
  )
}

/** Whether text holds anything but line ends and tabs that steers a terminal. */
export function steersTerminal(text: string): boolean {
  return text.replaceAll(/[\n\r\t\ufeff]/g, '').search(STEERING) >= 0
}
