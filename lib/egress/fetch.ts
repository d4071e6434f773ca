import type { EgressAnswer, EgressFetch, EgressRequest } from './egress'
import { EgressError } from './errors'
import type { Content } from './record'

/** What carries out a request whose body may be text of any type. */
export type Carry = (
  request: Omit<EgressRequest, 'form' | 'json'>,
  content: Content,
  signal: AbortSignal | null,
) => Promise<EgressAnswer>

/** Names of requests by the end of the path, as the records show them. */
const namesByPath: readonly (readonly [RegExp, string])[] = [
  [/\/\.well-known\/[\w-]+$/, 'Discovery'],
  [/(jwks|certs|keys)(\.json)?$/, 'Signing keys'],
  [/token$/, 'Token'],
  [/userinfo$/, 'User information'],
]

/** A `fetch` that goes through `carry`; its records are called `name`, or what the URL tells when it is null. */
export function fetchThrough(carry: Carry, name: string | null): EgressFetch {
  return async (input, init) => {
    const { url, method, headers, body, signal } = await read(input, init)
    const content = contentOf(body, headers.get('content-type') ?? '')
    const answer = await carry(
      { name: name ?? nameOf(url), method, url, headers: Object.fromEntries(headers) },
      content,
      signal,
    )
    return toResponse(answer, url)
  }
}

/** `Request` brings every form of input and body to one; its errors may quote the URL, so they are replaced. */
async function read(input: string | URL | Request, init: RequestInit | undefined) {
  try {
    const request = new Request(input, { ...init, redirect: 'manual' })
    const { url, method, headers } = request
    return { url, method, headers, body: await request.text(), signal: init?.signal ?? null }
  } catch {
    throw new EgressError('bad-url', 'policy')
  }
}

function contentOf(body: string, type: string): Content {
  if (body === '') {
    return { kind: 'none' }
  }
  return type.startsWith('application/x-www-form-urlencoded')
    ? { kind: 'form', fields: new URLSearchParams(body) }
    : { kind: 'text', text: body }
}

function nameOf(url: string): string {
  const { pathname } = new URL(url)
  return namesByPath.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'Request'
}

function toResponse({ status, headers, body }: EgressAnswer, url: string): Response {
  const empty = status === 204 || status === 205 || status === 304
  try {
    const response = new Response(empty ? null : new Uint8Array(body), { status, headers })
    return Object.defineProperty(response, 'url', { value: url })
  } catch {
    throw new EgressError('bad-answer', 'body', new URL(url).hostname)
  }
}
