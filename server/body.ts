import { IncomingMessage } from 'node:http'

/**
 * A request whose length is known. Node itself holds a body to its Content-Length, which the guard has seen; a chunked
 * body has none, so it is read here first, at most `limit` bytes of it. Null when there are more.
 */
export async function withKnownLength(
  request: IncomingMessage,
  limit: number,
): Promise<IncomingMessage | null> {
  if (request.headers['transfer-encoding'] === undefined) {
    return request
  }
  const body = await collect(request, limit)
  return body === null ? null : replay(request, body)
}

async function collect(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  // Leaving the loop early must not destroy the request: the answer still goes out on its connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk)
    length += chunk.length
    if (length > limit) {
      return null
    }
  }
  return Buffer.concat(chunks)
}

function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket)
  const { 'transfer-encoding': _, ...headers } = request.headers
  copy.method = request.method
  copy.url = request.url
  copy.httpVersion = request.httpVersion
  copy.headers = { ...headers, 'content-length': String(body.length) }
  copy.complete = true
  copy.push(body)
  copy.push(null)
  return copy
}
