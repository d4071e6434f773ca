import type { Hiding } from './known-secrets'
import { percentEncoded } from './percent'
import { isSecretName, placeholder } from './secret-names'

/** Called with every secret that is found by its name. */
export type OnSecret = (name: string, value: string) => void

const longestScanned = 65_536

const nothing: OnSecret = () => undefined

/**
 * The last line: replaces what looks like a JSON Web Token or PEM text, whatever it is called, and every known secret.
 */
export function scan(text: string, secrets: Hiding): string {
  const withoutPem = beginning(text).replace(
    /-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g,
    '<PEM>',
  )
  return secrets.hide(withoutPem.replace(/[\w.-]{20,}/g, withoutToken))
}

/**
 * Text of any kind, HTML, a URL, a form, broken JSON, with the values of secret names replaced, then scanned. Every
 * expression takes linear time: the text comes from whoever answers.
 */
export function redactText(text: string, secrets: Hiding, onSecret: OnSecret = nothing): string {
  return scan(
    redactElements(redactMembers(redactPairs(beginning(text), onSecret), onSecret), onSecret),
    secrets,
  )
}

/**
 * As much of the text as can end up in a record, not cut within a word: half a secret would not be recognised. It
 * bounds the work too, whatever somebody answers.
 */
function beginning(text: string): string {
  if (text.length <= longestScanned) {
    return text
  }
  let end = longestScanned
  while (end > 0 && !/[\s"'<>&]/.test(text[end] ?? '')) {
    end--
  }
  return end === 0 ? '…' : text.slice(0, end)
}

/** Three dot-separated parts, the first of which begins like a JSON object in base64url. */
function withoutToken(word: string): string {
  const start = word.indexOf('eyJ')
  return start >= 0 && word.indexOf('.', start) >= 0 ? `${word.slice(0, start)}<token>` : word
}

/** `?name=value`, the user of a URL, and the path of Okta's QR codes, which holds the secret. */
function redactPairs(text: string, onSecret: OnSecret, depth = 0): string {
  return text
    .replace(/(:\/\/)[^\s/?#\\"'<>]{1,512}@/g, '$1<user>@')
    .replace(/\/qr\/[^\s/?#"'<>]+/g, '/qr/<secret>')
    .replace(/(^|[?&#;\s"'(])([\w.~%-]{1,64})=([^&#\s"'<>]+)/g, (whole, before, name, value) => {
      if (isSecretName(name)) {
        onSecret(name, decoded(value))
        return `${before}${name}=${placeholder(name)}`
      }
      const inner = depth < 3 && value.includes('%') ? decoded(value) : value
      const redacted = inner === value ? value : redactPairs(inner, onSecret, depth + 1)
      return redacted === inner ? whole : `${before}${name}=${encodedAround(redacted)}`
    })
}

/** `"name": "value"` in text that JSON.parse does not take, a page with a script for instance. */
function redactMembers(text: string, onSecret: OnSecret): string {
  const parts: string[] = []
  let done = 0
  for (const match of text.matchAll(/(["'])([\w.~-]{1,64})\1\s{0,16}:\s{0,16}/g)) {
    const name = match[2] ?? ''
    const begin = match.index + match[0].length
    if (match.index < done || !isSecretName(name)) {
      continue
    }
    const end = endOfValue(text, begin)
    onSecret(name, text.slice(begin, end).replace(/^["']|["']$/g, ''))
    parts.push(text.slice(done, begin), `"${placeholder(name)}"`)
    done = end
  }
  return parts.join('') + text.slice(done)
}

function endOfValue(text: string, begin: number): number {
  const quote = text[begin]
  if (quote !== '"' && quote !== "'") {
    return begin + (/^[^\s,}\]]{0,16384}/.exec(text.slice(begin, begin + 16_384))?.[0].length ?? 0)
  }
  let end = begin + 1
  while (end < text.length && text[end] !== quote) {
    end += text[end] === '\\' ? 2 : 1
  }
  return end + 1
}

/** `<input name="code" value="…">` of a form_post page, and `<Password>…</Password>`. */
function redactElements(text: string, onSecret: OnSecret): string {
  return text
    .replace(/<input\b[^>]{0,8192}/gi, (tag) => {
      const name = attribute(tag, 'name')
      if (!isSecretName(name)) {
        return tag
      }
      onSecret(name, attribute(tag, 'value'))
      return `<input name="${name}" value="${placeholder(name)}"`
    })
    .replace(/<(?:\w{1,32}:)?(\w{1,64})(\s[^<>]{0,1024})?>([^<]+)<\//g, (whole, name, rest, value) => {
      if (!isSecretName(name)) {
        return whole
      }
      onSecret(name, value)
      return `<${name}${rest ?? ''}>${placeholder(name)}</`
    })
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s{0,8}=\\s{0,8}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? ''
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch {
    return value
  }
}

/** Percent-encoded except for placeholders, which are to be read. */
function encodedAround(text: string): string {
  return text
    .split(/(<[\w .~-]{1,40}>)/)
    .map((part, index) => (index % 2 === 0 ? percentEncoded(part) : part))
    .join('')
}
