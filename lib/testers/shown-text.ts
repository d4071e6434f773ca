import type { Finding, Summary } from '../api/report'
import { rememberSecrets } from '../egress/known-secrets'
import { redactText } from '../egress/redact-text'

/** A text without the user of an address, and without the values of query parameters that hold secrets. */
export function shownText(text: string): string {
  return text
    .split(LOOK_UP)
    .map((part, index) => (index % 2 === 0 ? withoutSecrets(part) : part))
    .join('')
}

/** The page on which Microsoft explains an error of Entra ID: its parameter is called code, and is a number. */
const LOOK_UP = /(https:\/\/login\.microsoftonline\.com\/error\?code=\d{4,8}(?![\w%&#-]))/

function withoutSecrets(text: string): string {
  return /[@=]|eyJ|-----BEGIN/.test(text) ? redactText(text, rememberSecrets()) : text
}

/** A finding or summary without such secrets. The values of a repair stay: they are what is written. */
export function shown<T extends Finding | Summary>(told: T): T {
  return clean(told) as T
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') {
    return shownText(value)
  }
  if (Array.isArray(value)) {
    return value.map(clean)
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, name === 'edits' ? each : clean(each)]),
      )
    : value
}
