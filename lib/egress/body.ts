import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { EgressError } from './errors'
import type { Trip } from './trip'

/** Decoders by content coding; one coding only, since several around each other are a bomb and nothing else. */
const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/**
 * Reads the body of an answer, decompressed, up to `maxBytes`; the byte after them ends the connection. Throws
 * EgressError "body-too-large" or "bad-encoding", the error of the stream, or the reason of the trip.
 */
export async function readBody(
  answer: IncomingMessage,
  method: string,
  maxBytes: number,
  host: string,
  trip: Trip,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const tooLarge = new EgressError('body-too-large', 'body', host)
  let size = 0
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      size += chunk.length
      if (size > maxBytes) {
        throw tooLarge
      }
      chunks.push(chunk)
    }
  }
  const coding = isEmpty(answer, method) ? 'identity' : codingOf(answer)
  try {
    if (coding === 'identity') {
      await pipeline(answer, collect, { signal: trip.signal })
    } else {
      await pipeline(answer, decoder(coding, host), collect, { signal: trip.signal })
    }
  } catch (error) {
    answer.destroy()
    // The pipeline may report how its streams ended instead of why.
    const reason = size > maxBytes ? tooLarge : error
    throw trip.signal.aborted ? trip.signal.reason : reason
  }
  return new Uint8Array(Buffer.concat(chunks, size))
}

/** Some answers have headers of a body and no body; a decoder would miss it. */
function isEmpty({ statusCode, headers }: IncomingMessage, method: string): boolean {
  return method === 'HEAD' || statusCode === 204 || statusCode === 304 || headers['content-length'] === '0'
}

function codingOf(answer: IncomingMessage): string {
  return answer.headers['content-encoding']?.trim().toLowerCase() || 'identity'
}

function decoder(coding: string, host: string) {
  if (coding in decoders) {
    return decoders[coding as keyof typeof decoders]()
  }
  throw new EgressError('bad-encoding', 'body', host, coding.slice(0, 40))
}
