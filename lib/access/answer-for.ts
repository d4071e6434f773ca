import { createHash } from 'node:crypto'

/** A JSON answer with a tag of its content, or 304 when If-None-Match has that tag already (RFC 9110, 13.1.2). */
export function answerFor(headers: Headers, body: unknown): Response {
  const text = JSON.stringify(body)
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const known = (headers.get('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''))
  const answer = { ETag: tag }
  return known.includes(tag)
    ? new Response(null, { status: 304, headers: answer })
    : new Response(text, { headers: { ...answer, 'Content-Type': 'application/json' } })
}
