import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { readBody } from './body'
import type { EgressAnswer } from './egress'
import { EgressError } from './errors'
import { toEgressError } from './failure'
import type { EgressPolicy } from './policy'
import type { Received } from './record'
import type { Resolver } from './resolve'
import { type Agents, isRepeatable, send } from './send'
import type { Target } from './target'
import type { Trip } from './trip'
import { vetAddresses, vetName } from './vet'

/** One request on its way through the door. */
export type Journey = {
  readonly target: Target
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
  readonly maxBytes: number
}

export type Door = { readonly policy: EgressPolicy; readonly resolver: Resolver; readonly agents: Agents }

/** What a journey brought: the answer as far as it came, and why it is not complete. */
export type Arrival = { readonly received: Received | null; readonly error: EgressError | null }

/** Vets, connects, sends and reads. Never rejects: what went wrong is part of the arrival. */
export async function travel(journey: Journey, door: Door, trip: Trip): Promise<Arrival> {
  const { target } = journey
  let received: Received | null = null
  try {
    trip.signal.throwIfAborted()
    vetName(target, door.policy)
    const addresses = await findAddresses(target, door.resolver, trip)
    vetAddresses(target, addresses, door.policy)
    trip.enter('connect')
    const answer = await sendAgain({ ...journey, addresses }, door, trip)
    received = { status: answer.statusCode ?? 0, headers: pairs(answer), body: new Uint8Array() }
    trip.enter('body')
    received = {
      ...received,
      body: await readBody(answer, journey.method, journey.maxBytes, target.host, trip),
    }
    return { received, error: null }
  } catch (error) {
    return { received, error: toEgressError(error, trip.phase, target.host) }
  }
}

async function findAddresses(target: Target, resolver: Resolver, trip: Trip): Promise<readonly string[]> {
  if (target.literal) {
    return [target.host]
  }
  trip.enter('dns')
  trip.mark('dns')
  const addresses = await trip.race(resolver(target.host))
  if (addresses.length === 0) {
    throw new EgressError('dns-failed', 'dns', target.host)
  }
  return addresses.map((address) => (isIPv6(address) && !address.includes('%') ? shortest(address) : address))
}

/** A provider may close an idle connection in the moment it is used; asking again is safe for what changes nothing. */
async function sendAgain(
  outgoing: Parameters<typeof send>[0],
  { policy, agents }: Door,
  trip: Trip,
): Promise<IncomingMessage> {
  let reused = false
  try {
    return await send(outgoing, policy, agents, trip, (was) => {
      reused = was
    })
  } catch (error) {
    const again = reused && isRepeatable(outgoing.method) && !trip.signal.aborted
    if (again && toEgressError(error, trip.phase, outgoing.target.host).code === 'reset') {
      trip.enter('connect')
      return send(outgoing, policy, agents, trip)
    }
    throw error
  }
}

/** The spelling in which sockets give their remote address. */
function shortest(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1)
}

function pairs(answer: IncomingMessage): [string, string][] {
  const list: [string, string][] = []
  for (let index = 0; index + 1 < answer.rawHeaders.length; index += 2) {
    list.push([answer.rawHeaders[index] ?? '', answer.rawHeaders[index + 1] ?? ''])
  }
  return list
}

/** The answer for the caller. Throws EgressError "bad-answer" for headers no program could read. */
export function toAnswer({ status, headers, body }: Received, host: string): EgressAnswer {
  try {
    return {
      status,
      headers: new Headers(headers as [string, string][]),
      body,
      text: () => new TextDecoder().decode(body),
    }
  } catch {
    throw new EgressError('bad-answer', 'body', host)
  }
}
