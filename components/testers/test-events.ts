import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { Problem } from '@/lib/api/problem'
import type { TestEvent } from '@/lib/api/report'
import { encodeBase64 } from '@/lib/plist/base64'

/**
 * The events of a test of the open profile, one JSON object a line; `fields` is what was entered beside it. Throws an error
 * with the server's sentence when it refuses.
 */
export async function* testEvents(
  path: string,
  { bytes, fileName }: Pick<ProfileStore, 'bytes' | 'fileName'>,
  fields: { readonly [field: string]: unknown },
  signal: AbortSignal,
): AsyncGenerator<TestEvent> {
  const body = { content: encodeBase64(bytes), fileName, ...fields }
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(
    (cause) => {
      throw new Error('Latchkey does not answer. Check that it is running, then try again.', { cause })
    },
  )
  if (!response.ok || !response.body) {
    const problem = (await response.json().catch(() => null)) as Problem | null
    throw new Error(problem?.message ?? 'Latchkey could not run the test.')
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter(Boolean).map((line) => JSON.parse(line) as TestEvent)
  }
}
