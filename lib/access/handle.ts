import type { z } from 'zod'
import { isAdmitted } from './pass'
import { owner, type Person } from './person'
import { problemFor, RequestError } from './problem'

/** What a handler gets: path parameters and body as their schemas left them, who is asking, and the request's headers. */
export type Call<Params, Body> = {
  readonly params: Params
  readonly body: Body
  readonly person: Person
  readonly headers: Headers
}

type Context = { params: Promise<Record<string, string | string[] | undefined>> }
type RouteHandler = (request: Request, context: Context) => Promise<Response>

/**
 * Wraps what a route does: checks that the request may do it, reads parameters and JSON body through their schemas
 * (without a schema there is nothing to read), and turns what is thrown into a status and a Problem.
 */
export function handle<Params = null, Body = null>(
  schemas: { readonly params?: z.ZodType<Params>; readonly body?: z.ZodType<Body> },
  run: (call: Call<Params, Body>) => Promise<Response>,
): RouteHandler {
  return async (request, context) => {
    try {
      if (!isAdmitted(request.headers)) {
        throw new RequestError(
          403,
          'not-admitted',
          'Start the server with "npm start"; it checks every request first.',
        )
      }
      const params = readParams(schemas.params, await context.params)
      const body = schemas.body ? readBody(schemas.body, await request.text()) : (null as Body)
      return await run({ params, body, person: owner, headers: request.headers })
    } catch (error) {
      return problemFor(error)
    }
  }
}

function readParams<Params>(schema: z.ZodType<Params> | undefined, params: unknown): Params {
  const read = schema?.safeParse(params)
  if (read?.success === false) {
    throw new RequestError(404, 'not-found', 'There is nothing at this address.')
  }
  return (read ? read.data : null) as Params
}

function readBody<Body>(schema: z.ZodType<Body>, text: string): Body {
  const read = schema.safeParse(parseJson(text))
  if (!read.success) {
    throw new RequestError(400, 'bad-body', describe(read.error))
  }
  return read.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RequestError(400, 'bad-json', 'The body of the request is not JSON.')
  }
}

/** The first thing that is wrong, and where. Values stay out of it: they may be secrets. */
function describe(error: z.ZodError): string {
  const [issue] = error.issues
  const where = issue?.path.join('.')
  return where
    ? `${where}: ${issue?.message}`
    : (issue?.message ?? 'The body of the request is not what was expected.')
}
