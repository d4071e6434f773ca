/** The text as a URL, or null when it is none. */
export function urlIn(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null
}
