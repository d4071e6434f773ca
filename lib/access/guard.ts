import { type Hosts, ownOrigin } from './hosts'

/** Largest request body in bytes: a profile has 5 MB at most, which grow by a third in the base64 of a test. */
export const maxBodyBytes = 8 * 1024 * 1024
/** Longest request target in characters; the longest of ours is a deep link to a key. */
export const maxUrlLength = 8192

/** What the guard looks at. `headers` holds every value of each header, names in lower case (Node's `headersDistinct`). */
export type GuardedRequest = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>
}

/** Why a request is turned away: an HTTP status, a stable code for scripts, and a sentence for people. */
export type Refusal = { readonly status: number; readonly code: string; readonly message: string }

/** Where identity providers post the answer of a sign-in to: the one place that takes a form from another site. */
export const callbackPath = '/callback'

/** The field in which the listener of this machine posts there what it has caught. */
export const broughtField = 'latchkey-answer'
/** Largest such form in bytes; it holds a code and an ID token. */
export const maxFormBytes = 64 * 1024

const readMethods = new Set(['GET', 'HEAD'])
const writeMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
/** A browser sends none of these to another site without asking first (Fetch standard, CORS-safelisted values). */
const bodyTypes = new Set([
  'application/json',
  'application/x-apple-aspen-config',
  'application/octet-stream',
])

/**
 * Decides whether a request may reach the app at all: null lets it through. Runs before anything else, on every
 * route, and looks at the request line and headers only; nothing here depends on who is asking.
 * Order matters: a request for a foreign name learns nothing but that it is foreign.
 */
export function guard(request: GuardedRequest, hosts: Hosts): Refusal | null {
  return (
    refuseAddress(request, hosts) ??
    refuseMethod(request) ??
    refuseOrigin(request, hosts) ??
    refuseBody(request)
  )
}

/** The guard's answer to a body that turned out to be longer than its headers said. */
export const bodyTooLarge: Refusal = {
  status: 413,
  code: 'too-large',
  message: `The request is larger than ${maxBodyBytes / 1024 / 1024} MB, the most this server takes.`,
}

function refuseAddress({ url, headers }: GuardedRequest, hosts: Hosts): Refusal | null {
  if (url.length > maxUrlLength) {
    return refusal(
      414,
      'address-too-long',
      `The address is longer than ${maxUrlLength} characters. Shorten it.`,
    )
  }
  const names = headers.host ?? []
  if (names.length !== 1) {
    return refusal(400, 'bad-host', 'The request must name the host it is for exactly once.')
  }
  if (ownOrigin(hosts, names[0] ?? '') === null) {
    const message = `This server does not answer to that name. Open ${hosts.home}, or set LATCHKEY_PUBLIC_URL to the address you use.`
    return refusal(421, 'foreign-host', message)
  }
  return isPlainPath(url)
    ? null
    : refusal(400, 'bad-address', 'The address is malformed. Check how it is spelled.')
}

/** One leading slash, no backslash, percent signs that decode: what a browser sends for a page of ours. */
function isPlainPath(url: string): boolean {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(url) || url.includes('\\')) {
    return false
  }
  try {
    return !decodeURIComponent(url.split('?', 1)[0] ?? '').includes('\0')
  } catch {
    return false
  }
}

function refuseMethod({ method, url, headers }: GuardedRequest): Refusal | null {
  if (headers.upgrade !== undefined) {
    return refusal(
      400,
      'no-upgrade',
      'This server speaks HTTP only. Send the request without an Upgrade header.',
    )
  }
  if (readMethods.has(method) || (writeMethods.has(method) && url.startsWith('/api/'))) {
    return null
  }
  if (isFormAnswer({ method, url })) {
    return null
  }
  return refusal(405, 'method-not-allowed', `${method} is not possible here.`)
}

/**
 * The form of a sign-in comes from the provider's page, so its origin is foreign or "null", and no cookie of ours comes
 * with it. What it posts to does nothing but show a page, and only in a tab of its own.
 */
function isFormAnswer({ method, url }: Pick<GuardedRequest, 'method' | 'url'>): boolean {
  return method === 'POST' && url === callbackPath
}

function refuseOrigin(request: GuardedRequest, hosts: Hosts): Refusal | null {
  const { method, headers } = request
  if (isFormAnswer(request)) {
    return headers['sec-fetch-mode'] === undefined || isTopNavigation(headers) ? null : foreignOrigin
  }
  const site = headers['sec-fetch-site']
  const ownSite =
    site === undefined || (site.length === 1 && (site[0] === 'same-origin' || site[0] === 'none'))
  const origin = headers.origin
  const ownPage =
    origin === undefined || (origin.length === 1 && origin[0] === ownOrigin(hosts, headers.host?.[0] ?? ''))
  if (readMethods.has(method) ? ownSite || isTopNavigation(headers) : ownSite && ownPage) {
    return null
  }
  return foreignOrigin
}

const foreignOrigin = refusal(
  403,
  'foreign-origin',
  'This request comes from a page of another site. Open Latchkey itself and try again.',
)

/** A link on another site may open a page of ours; it may not load one as an image, a script, data or a frame. */
function isTopNavigation(headers: GuardedRequest['headers']): boolean {
  return headers['sec-fetch-mode']?.[0] === 'navigate' && headers['sec-fetch-dest']?.[0] === 'document'
}

/**
 * Scripts and the command line send no Origin, so a write must carry a content type that a foreign page cannot send
 * without a preflight request, which nobody here answers. Browsers send Origin with every write and were checked above.
 */
function refuseBody(request: GuardedRequest): Refusal | null {
  const { method, headers } = request
  const length = Number(headers['content-length']?.[0] ?? 0)
  const hasBody = length > 0 || headers['transfer-encoding'] !== undefined
  if (readMethods.has(method)) {
    return hasBody
      ? refusal(400, 'unexpected-body', `A ${method} request has no body. Send it without one.`)
      : null
  }
  const types = headers['content-type'] ?? []
  const type = types[0]?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (isFormAnswer(request)) {
    return types.length === 1 && type === 'application/x-www-form-urlencoded'
      ? length > maxFormBytes
        ? bodyTooLarge
        : null
      : refusal(415, 'bad-content-type', 'Send the answer of the sign-in as a form.')
  }
  if ((hasBody || method === 'POST') && !(types.length === 1 && bodyTypes.has(type))) {
    return refusal(415, 'bad-content-type', `Send the body as one of ${[...bodyTypes].join(', ')}.`)
  }
  return length > maxBodyBytes ? bodyTooLarge : null
}

function refusal(status: number, code: string, message: string): Refusal {
  return { status, code, message }
}
