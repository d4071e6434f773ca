import type { Finding, MacStatement, Summary } from '@/lib/api/report'

/** What has been told so far. */
export type Told = {
  readonly findings: Finding[]
  statements: readonly MacStatement[]
  summary: Summary | null
}
