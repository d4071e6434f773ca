import { allowInsecureRequests, type ClientAuth, Configuration, customFetch, None } from 'openid-client'
import { isWebAddress } from '@/lib/schema/web-address'
import type { Egress, EgressAnswer, EgressFetch } from '../egress/egress'
import { EgressError } from '../egress/errors'
import type { Metadata } from './discovery/metadata'

/** The client of a test, as openid-client takes it; how it authenticates is none unless given. */
export function configurationOf(
  metadata: Metadata,
  clientId: string,
  authentication: ClientAuth = None(),
): Configuration {
  // An address stands in for an issuer that a document lacks, which is no reason here to send nothing.
  const issuer = metadata.issuer || metadata.token_endpoint || 'https://issuer.invalid'
  const configuration = new Configuration({ ...metadata, issuer } as never, clientId, {}, authentication)
  // Which addresses may be asked is for the door to say.
  allowInsecureRequests(configuration)
  return configuration
}

/** What an endpoint said, whatever openid-client thinks of it. */
export type Said = Pick<EgressAnswer, 'status' | 'headers' | 'text'>

export type Request = {
  readonly egress: Egress
  /** What the request is for, as the record shows it. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** Where it goes to. */
  readonly endpoint: string
  readonly configuration: Configuration
  readonly signal?: AbortSignal
}

/**
 * What came back to the request that openid-client makes in `send`. It judges the answer too, and what it finds is left
 * aside: our own checks say what is wrong, rule by rule. Throws EgressError when there is no answer.
 */
export async function answerTo(request: Request, send: () => Promise<unknown>): Promise<Said> {
  const { egress, name, method, endpoint, configuration, signal } = request
  const door = egress.named(name)
  const mine = signal === undefined ? {} : { signal }
  if (!isWebAddress(endpoint)) {
    // The library refuses it with an error of its own; the door does as with every address, and records it.
    await door(endpoint, { method, ...mine })
  }
  let said: Said | undefined
  let failure: unknown
  const recording: EgressFetch = async (input, init) => {
    const headers = new Headers(init?.headers)
    headers.delete('user-agent')
    try {
      const answer = await door(input, { ...init, headers, ...mine })
      const text = await answer.clone().text()
      said = { status: answer.status, headers: answer.headers, text: () => text }
      return answer
    } catch (error) {
      failure = error
      throw error
    }
  }
  configuration[customFetch] = recording as never
  const refused: unknown = await send().then(
    () => undefined,
    (error: unknown) => error,
  )
  if (said !== undefined) {
    return said
  }
  // A value that no header can hold ends the request before it is sent.
  throw failure ?? (refused instanceof TypeError ? new EgressError('bad-request', 'policy') : refused)
}
