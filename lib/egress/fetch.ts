import type { EgressAnswer, EgressFetch, EgressFetchInit, EgressRequest } from './egress'
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

/**
 * `Request` brings every form of body and headers to one. The URL is read by the door, not by it, so that a bad one is
 * recorded too; and the signal is followed by us, since a Request leaves a listener on it until it is collected.
 */
async function read(input: string | URL | Request, init: EgressFetchInit | undefined) {
  const given = input instanceof Request ? input : null
  try {
    const request = new Request(given ?? 'https://unused.invalid', {
      ...init,
      redirect: 'manual',
      signal: null,
    } as RequestInit)
    const { method, headers } = request
    const signal = init?.signal ?? given?.signal ?? null
    return { url: given?.url ?? String(input), method, headers, body: await request.text(), signal }
  } catch {
    throw new EgressError('bad-request', 'policy')
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
  const pathname = url.replace(/[?#].*$/s, '')
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
