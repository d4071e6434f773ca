import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Report } from './check/report'
import { latchkey } from './fixtures/run-cli'

const corpus = fileURLToPath(new URL('../../shared/corpus/files', import.meta.url))
const isThere = existsSync(corpus)

test.skipIf(!isThere)(
  'every published profile is read without loss or refused with a named code',
  async () => {
    const names = readdirSync(corpus).sort()
    const { stdout } = await latchkey(['check', '--json', ...names], { cwd: corpus })
    const reports: Report[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(reports.map(({ path }) => path)).toEqual(names)
    const wrong = reports.filter(({ lossless, error }) =>
      error
        ? !/^[a-z]+(-[a-z]+)*$/.test(error.code) || ['internal', 'not-lossless'].includes(error.code)
        : !lossless,
    )
    expect(wrong).toEqual([])
    // A corpus in which everything is refused would pass the lines above.
    expect(reports.filter(({ lossless }) => lossless).length).toBeGreaterThan(names.length * 0.75)
  },
)
