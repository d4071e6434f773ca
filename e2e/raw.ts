import { connect } from 'node:net'

/** An answer read from a bare socket. Header names in lower case. */
export type RawAnswer = { status: number; headers: Record<string, string>; body: string }

/**
 * Sends `text` to the server of `baseURL` as it is, `pieces` after it, and reads until the server closes, half a second
 * passes in silence after an answer, or five seconds in all. Status 0: no answer.
 */
export async function sendRaw(
  baseURL: string,
  text: string,
  pieces: Iterable<Buffer> = [],
): Promise<RawAnswer> {
  const { hostname, port } = new URL(baseURL)
  const chunks: Buffer[] = []
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname)
    const done = () => {
      socket.destroy()
      resolve()
    }
    let quiet = setTimeout(done, 5000)
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      clearTimeout(quiet)
      quiet = setTimeout(done, 500)
    })
    socket.on('error', () => undefined)
    socket.on('close', resolve)
    socket.write(text, 'latin1')
    for (const piece of pieces) {
      socket.write(piece)
    }
  })
  return parse(Buffer.concat(chunks).toString('latin1'))
}

function parse(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers: Object.fromEntries(headers),
    body: rest.join('\r\n\r\n'),
  }
}
