import type { TestEvent } from '@/lib/api/report'
import { noteTest } from '@/lib/library/last-test'
import { library } from '@/lib/library/library'
import { keptRun } from './kept-runs'

/**
 * The events of a test that begins, as `keptRun` gives them; its configuration is noted as tested. Whether that can be stored does
 * not decide whether somebody may test. Throws as keptRun does.
 */
export async function notedRun(...given: Parameters<typeof keptRun>): Promise<AsyncIterable<TestEvent>> {
  const [run] = given
  const events = keptRun(...given)
  if (run !== undefined) {
    await library()
      .then((open) => noteTest(open.db, run.about.of))
      .catch(() => undefined)
  }
  return events
}
