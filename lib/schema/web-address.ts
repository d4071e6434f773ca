/**
 * The text as a URL, or null when it is none. Not by URL.canParse: once it is compiled, Node 20 and 22 deny every text
 * with a Latin-1 character, such as `https://bücher.example` (https://github.com/AikidoSec/firewall-node/pull/1086).
 */
export function urlIn(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}

/** Whether the text is an address that a browser opens as a page of the web. */
export function isWebAddress(text: string): boolean {
  return /^https?:$/.test(urlIn(text)?.protocol ?? '')
}
