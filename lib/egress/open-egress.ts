import type { Egress, EgressAnswer, EgressOptions, EgressRequest } from './egress'
import { EgressError } from './errors'
import { toEgressError } from './failure'
import { type Carry, fetchThrough } from './fetch'
import { type Arrival, type Door, toAnswer, travel } from './journey'
import { rememberSecrets } from './known-secrets'
import { type Content, record, type Sent } from './record'
import { bytesOf, contentOf, headersFor, knownMethod } from './request-content'
import { pinned, systemResolver } from './resolve'
import { closeAgents, openAgents } from './send'
import { parseTarget, type Target } from './target'
import { type Marks, startTrip } from './trip'

const defaultDeadlines = { phase: 10_000, total: 30_000 }
const defaultMaxBytes = 1_048_576

/**
 * Opens the door to the network for one test. Nothing has to be closed: idle connections end after a second, and
 * everything ends when `signal` aborts.
 */
export function openEgress(options: EgressOptions): Egress {
  const now = options.now ?? (() => performance.now())
  const startedAt = options.startedAt ?? now()
  const deadlines = { ...defaultDeadlines, ...options.deadlines }
  const secrets = options.secrets ?? rememberSecrets()
  const { onExchange, later = (work) => work() } = options
  const door: Door = {
    policy: options.policy,
    resolver: pinned(options.resolver ?? systemResolver, options.signal),
    agents: openAgents(),
  }
  options.signal?.addEventListener('abort', () => closeAgents(door.agents))

  const carry: Carry = async (request, content, signal) => {
    const start = now() - startedAt
    const target = readTarget(request.url)
    const sent = describe(request, target, content)
    const finish = ({ received, error }: Arrival, marks: Marks) => {
      const timing = { start, ...marks, end: now() - startedAt }
      later(() => onExchange?.(record(sent, { received, failure: error?.message ?? null, timing }, secrets)))
    }
    if (target instanceof EgressError) {
      finish({ received: null, error: target }, {})
      throw target
    }
    const cancelledBy = [options.signal, signal].filter((given) => given !== undefined && given !== null)
    const trip = startTrip({ host: target.host, deadlines, startedAt, now, cancelledBy })
    const maxBytes = request.maxBytes ?? defaultMaxBytes
    const arrival = await travel({ ...sent, target, body: bytesOf(content), maxBytes }, door, trip)
    trip.end()
    finish(arrival, trip.marks)
    return complete(arrival, target)
  }

  return {
    request: async (request) => {
      const content = contentOf(request)
      protectFields(request, content)
      return carry(request, content, null)
    },
    fetch: fetchThrough(carry, null),
    named: (name) => fetchThrough(carry, name),
    protect: (secret, value) => secrets.learn(secret, value, 'records'),
  }

  function protectFields({ secretFields = [] }: EgressRequest, content: Content): void {
    const fields = content.kind === 'form' ? Object.fromEntries(content.fields) : {}
    const members = content.kind === 'json' ? (content.value as Record<string, unknown>) : fields
    for (const name of secretFields) {
      const value = members[name]
      if (typeof value === 'string') {
        secrets.learn(name, value, 'records')
      }
    }
  }
}

/** What is sent, with the URL as it is asked for; one that cannot be read stays as it was given. */
function describe(
  request: Omit<EgressRequest, 'form' | 'json'>,
  target: Target | EgressError,
  content: Content,
): Sent {
  return {
    name: request.name,
    method: knownMethod(request.method),
    url: target instanceof EgressError ? String(request.url) : target.url.href,
    headers: headersFor(request.headers ?? {}, content, bytesOf(content)),
    content,
  }
}

function readTarget(url: string | URL): Target | EgressError {
  try {
    return parseTarget(url)
  } catch (error) {
    return toEgressError(error, 'policy', '')
  }
}

function complete({ received, error }: Arrival, target: Target): EgressAnswer {
  if (error) {
    throw error
  }
  if (!received) {
    throw new EgressError('bad-answer', 'first-byte', target.host)
  }
  return toAnswer(received, target.host)
}
