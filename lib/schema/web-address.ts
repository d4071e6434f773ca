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

/** The port that an https address leads to. Throws TypeError for a text that is no address. */
export const httpsPort = (address: string | URL): number => Number(new URL(address).port || 443)

/** A word that was meant for http or https, with the marks behind it: "https://", "htttps://", "https//", "hxxp:". */
const SCHEME = /^(?:(?=[htps]*p)[ht][htps]{2,6}|hxxps?)(?:[:;.,]?[/\\]{2,}|:[/\\]*)/i

/** What can follow a scheme: a host that has a dot, this machine, or an address in brackets. */
const HOST = /^(?:[^\s/?#@]*@)?(?:localhost|[^\s/?#:@]+\.[^\s/?#:@]+|\[[0-9a-f:.]+\])(?::\d+)?(?:[/?#]|$)/i

/**
 * What is wrong with the scheme of a web address: it is misspelt or stands twice. `meant` is the address with the one that
 * was meant, or null when that is not plain. Null for an address whose scheme is right, and for text that has none.
 */
export function schemeFlaw(text: string): { readonly meant: string | null } | null {
  const { words, rest } = takenApart(text)
  const [first = ''] = words
  if (words.length === 0 || (words.length === 1 && /^https?:\/\/$/i.test(first))) {
    return null
  }
  const secure = words.map((word) => /s/i.test(word))
  // The scheme at the host was copied with it; where that is the weaker one, nobody can say which is meant.
  const plain = secure.at(-1) === true || !secure.includes(true)
  const behind = rest.replaceAll('\\', '/')
  const meant = `${secure.at(-1) ? 'https' : 'http'}://${behind}`
  return { meant: plain && HOST.test(behind) && urlIn(meant) !== null ? meant : null }
}

/** The text behind the scheme, or the schemes, of an address; the text itself when there is none. */
export function withoutScheme(text: string): string {
  const { words, rest } = takenApart(text)
  return words.length > 0 ? rest : text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
}

function takenApart(text: string) {
  const words: string[] = []
  let rest = text
  for (let word = SCHEME.exec(rest)?.[0]; word !== undefined; word = SCHEME.exec(rest)?.[0]) {
    words.push(word)
    rest = rest.slice(word.length)
  }
  return { words, rest }
}
