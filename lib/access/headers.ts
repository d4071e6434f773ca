const closedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/**
 * The content security policy of a response. `nonce` is new for each request and appears in every script and style
 * element of ours. `dev`: the development server evaluates code, injects styles and keeps a web socket open.
 */
export function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

/**
 * The headers of every response: page, asset, data, refusal. `https`: the request came for an https address, so the
 * browser is told to stay there for two years.
 */
export function securityHeaders(policy: string, https: boolean): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': closedFeatures.map((feature) => `${feature}=()`).join(', '),
    ...(https ? { 'Strict-Transport-Security': 'max-age=63072000' } : {}),
  }
}

/** Files under this path carry a hash of their content in their name. */
const hashedAssets = '/_next/static/'

/**
 * Cache-Control of a response. Hashed assets keep what the framework chose (`theirs`). A file of public/ keeps its name
 * when its content changes, so a browser may store it and asks before each use whether it is still the one. Nothing else
 * is stored.
 */
export function cacheControl(
  url: string,
  status: number,
  theirs: string | undefined,
  publicFiles: ReadonlySet<string>,
): string {
  // 304 says of a stored answer that it still holds, and brings the rule for it anew.
  if (status !== 200 && status !== 304) {
    return 'no-store'
  }
  if (publicFiles.has(url.split('?', 1)[0] ?? '')) {
    return 'no-cache'
  }
  return theirs !== undefined && url.startsWith(hashedAssets) ? theirs : 'no-store'
}

/**
 * Whether a request header is dropped before the framework sees it. No x- header means anything here, and those of
 * proxies, of middleware and of the framework's own servers have been ways around access checks. The policy is ours
 * to set: the framework takes the nonce of its script elements from it.
 */
export function isDroppedHeader(name: string): boolean {
  return /^(x-|forwarded$|next-(action|resume)$|content-security-policy)/.test(name)
}
