import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { Problem } from '@/lib/api/problem'
import type { TestEvent } from '@/lib/api/report'
import type { RunLine } from '@/lib/api/test-runs'
import { encodeBase64 } from '@/lib/plist/base64'

/** The server ran no test. `message` is its sentence. */
export class TestRefused extends Error {
  override readonly name = 'TestRefused'
  readonly code: string

  constructor({ code, message }: Problem) {
    super(message)
    this.code = code
  }
}

/**
 * The events of a test of the open profile, one JSON object a line; `fields` is what was entered beside it. Throws TestRefused
 * when the server refuses, an error with a sentence when it does not answer.
 */
export async function* testEvents(
  path: string,
  { bytes, fileName }: Pick<ProfileStore, 'bytes' | 'fileName'>,
  fields: { readonly [field: string]: unknown },
  signal: AbortSignal,
): AsyncGenerator<TestEvent> {
  yield* lines<TestEvent>(path, { content: encodeBase64(bytes), fileName, ...fields }, signal)
}

/** A run that was started before, from its beginning. Throws TestRefused with the code "no-such-run" where it is gone. */
export const runAgain = (id: string, signal: AbortSignal) => lines<RunLine>('/api/tests/runs', { id }, signal)

/** Cancels a run; nothing is said when the server is away, for then the run is over too. */
export function cancelRun(id: string): void {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ id })
  void fetch('/api/tests/runs/cancel', { method: 'POST', headers, body, keepalive: true }).catch(
    () => undefined,
  )
}

async function* lines<Line>(path: string, body: unknown, signal: AbortSignal): AsyncGenerator<Line> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(
    (cause) => {
      throw new Error('Latchkey does not answer. Check that it is running, then try again.', { cause })
    },
  )
  if (!response.ok || !response.body) {
    const problem = (await response.json().catch(() => null)) as Problem | null
    throw new TestRefused(problem ?? { code: 'unknown', message: 'Latchkey could not run the test.' })
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const whole = (rest + part.value).split('\n')
    rest = whole.pop() ?? ''
    yield* whole.filter(Boolean).map((line) => JSON.parse(line) as Line)
  }
}
