import type { z } from 'zod'
import { checkedJson } from './checked'
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
/** Reads a body in another way than as JSON, and checks it. */
type BodyReader<Body> = (request: Request) => Promise<Body>
type RouteHandler = (request: Request, context: Context) => Promise<Response>

/**
 * Wraps what a route does: checks that the request may do it, reads parameters and JSON body through their schemas
 * (without a schema there is nothing to read; a body that is not JSON has a reader of its own), and turns what is thrown
 * into a status and a Problem.
 */
export function handle<Params = null, Body = null>(
  schemas: { readonly params?: z.ZodType<Params>; readonly body?: z.ZodType<Body> | BodyReader<Body> },
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
      const body = schemas.body ? await readBody(schemas.body, request) : (null as Body)
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

async function readBody<Body>(how: z.ZodType<Body> | BodyReader<Body>, request: Request): Promise<Body> {
  return typeof how === 'function'
    ? how(request)
    : checkedJson(how, await request.text(), 'The body of the request')
}
