import type * as z from 'zod'
import { checkedJson } from './checked'
import { isAdmitted } from './pass'
import { owner, type Person } from './person'
import { problemFor, RequestError } from './problem'

/** What a handler gets: path parameters, query and body as their schemas left them, who is asking, and the request's headers. */
export type Call<Params, Body, Query = null> = {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly person: Person
  readonly headers: Headers
}

type Context = { params: Promise<Record<string, string | string[] | undefined>> }
/** Reads a body in another way than as JSON, and checks it. */
type BodyReader<Body> = (request: Request) => Promise<Body>
type RouteHandler = (request: Request, context: Context) => Promise<Response>

/**
 * Wraps what a route does: checks that the request may do it, reads parameters, query and JSON body through their schemas
 * (without a schema there is nothing to read; a body that is not JSON has a reader of its own), and turns what is thrown
 * into a status and a Problem.
 */
export function handle<Params = null, Body = null, Query = null>(
  schemas: {
    readonly params?: z.ZodType<Params>
    readonly query?: z.ZodType<Query>
    readonly body?: z.ZodType<Body> | BodyReader<Body>
  },
  run: (call: Call<Params, Body, Query>) => Promise<Response>,
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
      const query = readQuery(schemas.query, request)
      const body = schemas.body ? await readBody(schemas.body, request) : (null as Body)
      return await run({ params, query, body, person: owner, headers: request.headers })
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

function readQuery<Query>(schema: z.ZodType<Query> | undefined, request: Request): Query {
  const read = schema?.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (read?.success === false) {
    throw new RequestError(
      400,
      'bad-query',
      'What stands after the question mark of the address is not right.',
    )
  }
  return (read ? read.data : null) as Query
}

async function readBody<Body>(how: z.ZodType<Body> | BodyReader<Body>, request: Request): Promise<Body> {
  return typeof how === 'function'
    ? how(request)
    : checkedJson(how, await request.text(), 'The body of the request')
}
