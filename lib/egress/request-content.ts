import type { EgressRequest } from './egress'
import { EgressError } from './errors'
import type { Content } from './record'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Headers that belong to the connection; Latchkey sets what of them is needed. */
const ours = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** A method HTTP clients use, in capitals; others, CONNECT above all, are refused with EgressError "bad-request". */
export function knownMethod(method: string): string {
  const name = method.toUpperCase()
  if (!methods.has(name)) {
    throw new EgressError('bad-request', 'policy')
  }
  return name
}

export function contentOf({ form, json }: Pick<EgressRequest, 'form' | 'json'>): Content {
  if (form !== undefined) {
    return { kind: 'form', fields: new URLSearchParams(form) }
  }
  return json === undefined ? { kind: 'none' } : { kind: 'json', value: json }
}

/** The bytes of the body, or null when there is none. */
export function bytesOf(content: Content): Uint8Array | null {
  switch (content.kind) {
    case 'none':
      return null
    case 'form':
      return Buffer.from(content.fields.toString())
    case 'json':
      return Buffer.from(JSON.stringify(content.value) ?? '')
    case 'text':
      return Buffer.from(content.text)
  }
}

/** The headers to send: the caller's without those of the connection, and what goes with the body. */
export function headersFor(
  given: Readonly<Record<string, string>>,
  content: Content,
  body: Uint8Array | null,
): Record<string, string> {
  const kept = Object.entries(given).filter(([name]) => !ours.has(name.toLowerCase()))
  const names = new Set(kept.map(([name]) => name.toLowerCase()))
  const defaults = { Accept: 'application/json', 'User-Agent': 'Latchkey', ...contentType(content) }
  return {
    ...Object.fromEntries(Object.entries(defaults).filter(([name]) => !names.has(name.toLowerCase()))),
    ...Object.fromEntries(kept),
    'Accept-Encoding': 'identity',
    ...(body === null ? {} : { 'Content-Length': String(body.length) }),
  }
}

function contentType({ kind }: Content): Record<string, string> {
  if (kind === 'form') {
    return { 'Content-Type': 'application/x-www-form-urlencoded' }
  }
  return kind === 'json' ? { 'Content-Type': 'application/json' } : {}
}
