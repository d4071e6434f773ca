import type { TestReport } from '../api/report'
import { LibraryError } from './errors'
import { keptReport } from './report-schema'
import { unseal } from './seal'

/** The report in a sealed content; null when it is damaged. */
export function readReport(id: string, content: unknown, key: Uint8Array): TestReport | null {
  try {
    const json: unknown = JSON.parse(
      Buffer.from(unseal(content, key, { table: 'reports', id, version: 1 })).toString(),
    )
    return keptReport.safeParse(json).success ? (json as TestReport) : null
  } catch (error) {
    if (error instanceof LibraryError || error instanceof SyntaxError) {
      return null
    }
    throw error
  }
}
