import type { IncomingMessage } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { EgressError } from './errors'
import type { Trip } from './trip'

/** Each piece takes a turn on one of Node's four threads; larger ones take fewer. */
const chunkSize = 65_536

/** Decoders by content coding; one coding only, since several around each other are a bomb and nothing else. */
const decoders = {
  gzip: () => createGunzip({ chunkSize }),
  'x-gzip': () => createGunzip({ chunkSize }),
  deflate: () => createInflate({ chunkSize }),
  br: () => createBrotliDecompress({ chunkSize }),
}

/**
 * Reads the body of an answer, decompressed, up to `maxBytes`; the byte after them ends the connection. Rejects with
 * EgressError "body-too-large" or "bad-encoding", the error of a stream, or the reason of the trip, at once: how long
 * the streams take to close is not waited for.
 */
export function readBody(
  answer: IncomingMessage,
  method: string,
  maxBytes: number,
  host: string,
  trip: Trip,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const coding = isEmpty(answer, method) ? 'identity' : codingOf(answer)
    const streams: Readable[] = [answer]
    const chunks: Uint8Array[] = []
    let size = 0

    const settle = () => trip.signal.removeEventListener('abort', abort)
    const fail = (error: unknown) => {
      settle()
      for (const stream of streams) {
        stream.destroy()
      }
      reject(error)
    }
    const abort = () => fail(trip.signal.reason)
    const take = (chunk: Uint8Array) => {
      size += chunk.length
      if (size > maxBytes) {
        fail(new EgressError('body-too-large', 'body', host))
      } else {
        chunks.push(chunk)
      }
    }
    const finish = () => {
      settle()
      resolve(new Uint8Array(Buffer.concat(chunks, size)))
    }

    trip.signal.addEventListener('abort', abort)
    answer.on('error', fail)
    answer.on('close', () => answer.complete || fail(new EgressError('reset', 'body', host)))
    const decoded = coding === 'identity' ? answer : decoder(coding)
    if (trip.signal.aborted) {
      abort()
    } else if (answer.errored) {
      fail(answer.errored)
    } else if (decoded === null) {
      fail(new EgressError('bad-encoding', 'body', host, coding.slice(0, 40)))
    } else {
      if (decoded !== answer) {
        streams.push(answer.pipe(decoded as Transform).on('error', fail))
      }
      decoded.on('data', take).on('end', finish)
    }
  })
}

/** Some answers have headers of a body and no body; a decoder would miss it. */
function isEmpty({ statusCode, headers }: IncomingMessage, method: string): boolean {
  return method === 'HEAD' || statusCode === 204 || statusCode === 304 || headers['content-length'] === '0'
}

function codingOf(answer: IncomingMessage): string {
  return answer.headers['content-encoding']?.trim().toLowerCase() || 'identity'
}

function decoder(coding: string): Transform | null {
  return coding in decoders ? decoders[coding as keyof typeof decoders]() : null
}
