import type { ReactNode } from 'react'
import type { TestReport } from '@/lib/api/report'
import { ExchangeCard } from './exchange-card'
import { FindingList } from './finding-list'
import { MacCard } from './mac-card'
import { withRepairsOnce } from './repairs-once'
import { TestedCard } from './tested-card'
import { TokenCard } from './token-card'
import { tokenRules } from './token-rules'

type Shown = Pick<TestReport, 'findings' | 'exchanges' | 'token' | 'mac' | 'tested'> & {
  readonly summary: TestReport['summary'] | null
}

/** What a run found, while it comes in or as it was kept: token and checks, beside them the Mac and the exchanges. */
export function ReportBody({
  report,
  kept = false,
  stale = kept,
  children,
}: {
  report: Shown
  kept?: boolean
  /** The configuration has changed since the run; of a kept one that is not known, and its repairs are looked at too. */
  stale?: boolean
  children?: ReactNode
}) {
  const { summary, token, exchanges, tested = [] } = report
  // The verdict of a kept report is not on the screen, and its repair neither.
  const repairs = new Map(
    report.findings.flatMap(({ check, remedy }) => (remedy?.repair ? [[check, remedy.repair] as const] : [])),
  )
  const { findings, mac } = withRepairsOnce({ ...report, summary: kept ? null : summary })
  return (
    <div className="grid items-start gap-4 columns:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
      <div className="min-w-0 space-y-4">
        {token && (
          <TokenCard
            token={token}
            rules={tokenRules(findings)}
            title={kept ? 'ID token as kept' : 'ID token'}
          />
        )}
        <FindingList
          title={kept ? 'Checks of the kept report' : 'Checks'}
          findings={findings}
          repairs={repairs}
          stale={stale}
        />
      </div>
      <div className="min-w-0 space-y-4">
        {mac.length > 0 && (
          <MacCard title={kept ? 'On the Mac, as kept' : 'On the Mac'} statements={mac} stale={stale} />
        )}
        {exchanges.length > 0 && (
          <ExchangeCard title={kept ? 'Exchanges as kept' : 'Exchanges'} exchanges={exchanges} />
        )}
        {tested.length > 0 && (
          <TestedCard title={kept ? 'Tested with, as kept' : 'Tested with'} tested={tested} />
        )}
        {children}
      </div>
    </div>
  )
}
