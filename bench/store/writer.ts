import { createHash, randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { removeConfiguration, renameConfiguration, restoreConfiguration } from '@/lib/library/change'
import { createConfiguration } from '@/lib/library/create'
import { writeDraft } from '@/lib/library/drafts'
import { openLibrary } from '@/lib/library/open'
import { keepReport } from '@/lib/library/reports'
import { saveVersion } from '@/lib/library/save'
import type { Acknowledged } from './verify'

/**
 * Changes the library in the folder that its argument names, in all ways and as fast as it can, and says each change on
 * standard output once the library has acknowledged it. Ends cleanly on SIGTERM, or after as many as ENOUGH says.
 */
const folder = process.argv[2] ?? ''
const library = await openLibrary(folder, undefined)
const summary = { provider: null, domains: ['com.jamf.connect.login'], errors: 0, advice: 0 }
let left = Number(process.env.ENOUGH ?? Number.POSITIVE_INFINITY)
let stopping = false
process.on('SIGTERM', () => {
  stopping = true
})

function say(change: Acknowledged): void {
  writeSync(1, `${JSON.stringify(change)}\n`)
  left -= 1
  stopping ||= left <= 0
}

/** A content of up to 60 KB, now and then of a megabyte. */
function content(): { readonly bytes: Buffer; readonly hash: string } {
  const bytes = randomBytes(Math.random() < 0.02 ? 1_000_000 : 200 + Math.floor(Math.random() * 60_000))
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') }
}

async function one(): Promise<void> {
  const first = content()
  const { id } = await createConfiguration(library, {
    author: 'owner',
    name: 'Acme',
    content: first.bytes,
    summary,
  })
  say({ id, version: 1, hash: first.hash })
  const saves = Math.floor(Math.random() * 6)
  for (let base = 1; base <= saves && !stopping; base += 1) {
    const { bytes, hash } = content()
    await saveVersion(library, { author: 'owner', id, base, content: bytes, summary, note: null })
    say({ id, version: base + 1, hash })
  }
  const draft = content()
  await writeDraft(library, id, id, { base: 1, content: draft.bytes })
  say({ id, draft: draft.hash })
  const name = `Acme ${randomBytes(4).toString('hex')}`
  await renameConfiguration(library, id, name)
  say({ id, name })
  await keepReport(library, id, report(name))
  say({ id, report: name })
  await removeConfiguration(library, id)
  if (Math.random() < 0.7) {
    await restoreConfiguration(library, id)
    say({ id, deleted: false })
  }
}

function report(title: string) {
  const at = new Date().toISOString()
  const configuration = { name: title, version: 1 }
  const summaryOfTest = { verdict: 'passed', title, text: 'The discovery document is complete.' } as const
  const empty = { findings: [], exchanges: [], token: null, mac: [] }
  return { kind: 'discovery', at, durationMs: 1, configuration, ...empty, summary: summaryOfTest } as const
}

while (!stopping) {
  await one()
  // Signals are heard between turns of the loop.
  await new Promise(setImmediate)
}
await library.close()
