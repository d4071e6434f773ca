import type * as z from 'zod'
import { sizeFault } from '@/lib/api/contents-size'
import { asLabel, FILE_TYPE, LABEL } from '@/lib/api/labelled'
import { checkedJson } from './checked'
import { RequestError } from './problem'

/** The bytes of a body, and what its label says of them. */
export type Labelled<Label> = { readonly bytes: Uint8Array; readonly label: Label }

/** Apple's type of a profile is welcome too: it is what scripts send a .mobileconfig as. */
const types: readonly string[] = [FILE_TYPE, 'application/x-apple-aspen-config']

/**
 * Reads a request whose body is a profile or a draft of one, byte for byte, and whose label is as the schema says. Throws
 * RequestError: 415 for a body of another type, which would be stored as if it were the profile, and 400.
 */
export function labelled<Label>(schema: z.ZodType<Label>): (request: Request) => Promise<Labelled<Label>> {
  return async (request) => {
    const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
    if (!types.includes(type)) {
      throw new RequestError(415, 'bad-content-type', `Send the bytes of the profile as ${FILE_TYPE}.`)
    }
    const label = checkedJson(schema, labelText(request.headers), `The header ${LABEL}`)
    const bytes = new Uint8Array(await request.arrayBuffer())
    const fault = sizeFault(bytes.length)
    if (fault !== null) {
      throw new RequestError(400, 'bad-body', fault)
    }
    return { bytes, label }
  }
}

/** Bytes beyond ASCII reach the handler as characters of Latin-1, whatever was meant. */
function labelText(headers: Headers): string {
  const text = headers.get(LABEL)
  if (text === null) {
    const message = `Say in the header ${LABEL}, as JSON, what the bytes of the body are.`
    throw new RequestError(400, 'label-required', message)
  }
  if (!/^[\x20-\x7e]*$/.test(text)) {
    const message = `The header ${LABEL} must be ASCII. Spell other characters as \\u and four hexadecimal digits.`
    throw new RequestError(400, 'bad-label', message)
  }
  return text
}

/** An answer that is the bytes of a file. */
export function fileAnswer(bytes: Uint8Array, headers: Readonly<Record<string, string>>): Response {
  return new Response(bytes as BodyInit, { headers: { 'Content-Type': FILE_TYPE, ...headers } })
}

/** The same with a label. */
export function labelledAnswer(bytes: Uint8Array, label: unknown): Response {
  return fileAnswer(bytes, { [LABEL]: asLabel(label) })
}
