import type * as z from 'zod'
import { RequestError } from './problem'

/** The value of a JSON text as its schema leaves it. Throws RequestError 400; `what` the text is, is named in it. */
export function checkedJson<T>(schema: z.ZodType<T>, text: string, what: string): T {
  const read = schema.safeParse(parsed(text, what))
  if (!read.success) {
    throw new RequestError(400, 'bad-body', describe(read.error, what))
  }
  return read.data
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RequestError(400, 'bad-json', `${what} is not JSON.`)
  }
}

/** The first thing that is wrong, and where. Values stay out of it: they may be secrets. */
function describe(error: z.ZodError, what: string): string {
  const [issue] = error.issues
  const where = issue?.path.join('.')
  return where ? `${where}: ${issue?.message}` : (issue?.message ?? `${what} is not what was expected.`)
}
