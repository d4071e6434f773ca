import type { Repair } from '@/lib/api/issue'
import type { Finding, MacStatement, Summary } from '@/lib/api/report'

type Told = {
  readonly summary: Summary | null
  readonly findings: readonly Finding[]
  readonly mac: readonly MacStatement[]
}

/**
 * The same report with each repair in one place only: beside the verdict, else with the first check that has it, else
 * with the first statement about the Mac. Repairs are the same when their titles are.
 */
export function withRepairsOnce({ summary, findings, mac }: Told): Pick<Told, 'findings' | 'mac'> {
  const offered = new Set([summary?.repair?.title])
  const isNew = (title: string) => !offered.has(title) && offered.add(title).has(title)
  return {
    findings: findings.map((finding) => {
      const { remedy } = finding
      if (!remedy?.repair || isNew(remedy.repair.title)) {
        return finding
      }
      const { repair: _, ...place } = remedy
      return { ...finding, remedy: place }
    }),
    mac: mac.map((statement) => {
      if (!statement.repair || isNew(statement.repair.title)) {
        return statement
      }
      const { repair: _, ...rest } = statement
      return rest
    }),
  }
}

/** All repairs that a run offers. */
export function repairsOf({ summary, findings, mac }: Told): Repair[] {
  const offered = [
    summary?.repair,
    ...findings.map(({ remedy }) => remedy?.repair),
    ...mac.map(({ repair }) => repair),
  ]
  return offered.filter((repair) => repair !== undefined)
}
