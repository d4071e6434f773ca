'use client'
import { CircleCheck } from 'lucide-react'
import { useParams } from 'next/navigation'
import { InTheLibrary } from '@/components/library/together'
import { makeRepair } from '@/components/open-profile/make-repair'
import { useChecking, useIssues, useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { keepFocus } from '@/components/ui/keep-focus'
import { lazily } from '@/components/ui/lazily'
import { Sign } from '@/components/ui/sign'
import { useFew } from '@/components/ui/use-few'
import type { Issue } from '@/lib/api/issue'
import { hasField } from './use-reveal'

const MigrationOffer = lazily(async () => (await import('./migration/migration-offer')).MigrationOffer, {
  quiet: true,
})

/** What is said of settings that former products read. */
const OLD = ['other-product', 'unknown-domain', 'legacy-key']

/** Every issue of the profile, errors first; each leads to its field and carries its repair. */
export function IssuePanel({ onReveal }: { onReveal?: () => void }) {
  const issues = useIssues()
  const checking = useChecking()
  if (issues === null) {
    return <p className="px-4 py-6 text-ink-2">Checking the profile…</p>
  }
  return (
    <>
      <p role="status" className={checking ? 'border-b border-line px-4 py-2 text-ink-2' : 'sr-only'}>
        {checking && 'Checking the last change. These are the issues before it.'}
      </p>
      {issues.some(({ rule }) => OLD.includes(rule)) && <MigrationOffer />}
      <Issues issues={issues} onReveal={onReveal} />
      <Others />
    </>
  )
}

/** What this configuration, as it is stored, and others do to each other. */
function Others() {
  const { id } = useParams<{ id: string }>()
  return (
    <div className="relative max-h-2/5 shrink-0 overflow-auto border-t border-line px-4 py-3 empty:hidden">
      <InTheLibrary id={id} />
    </div>
  )
}

function Issues({ issues, onReveal }: { issues: readonly Issue[]; onReveal: (() => void) | undefined }) {
  const { shown, more } = useFew(issues)
  if (issues.length === 0) {
    return (
      <p className="flex items-center gap-2 px-4 py-6 text-good">
        <CircleCheck aria-hidden size={16} /> No issues found.
      </p>
    )
  }
  return (
    <ul className="relative min-h-0 flex-1 divide-y divide-line overflow-auto">
      {shown.map((issue) => (
        <IssueRow
          key={`${issue.rule} ${issue.domain} ${issue.path.join('/')} ${issue.message}`}
          issue={issue}
          onReveal={onReveal}
        />
      ))}
      {more && <li>{more}</li>}
    </ul>
  )
}

function IssueRow({ issue, onReveal }: { issue: Issue; onReveal?: (() => void) | undefined }) {
  const { profile, reveal } = useOpenProfile()
  const { domain } = issue
  const repair = issue.repair
  const inForm = hasField(domain, issue.path)
  return (
    <li className="flex gap-2.5 px-4 py-3">
      <Sign of={issue.severity} className="mt-0.5" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p className="font-medium">{issue.message}</p>
        <p className="font-mono text-[11px] break-all text-ink-3">
          {domain ?? 'Profile'}
          {issue.path.length > 0 && ` › ${issue.path.join(' › ')}`}
        </p>
        <div className="mt-1 flex flex-wrap gap-x-4">
          {repair && (
            <Button
              look="link"
              onClick={({ currentTarget }) => keepFocus(currentTarget, () => makeRepair(profile, repair))}
            >
              {repair.title}
            </Button>
          )}
          <Button
            look="link"
            className="!text-ink-2"
            onClick={() => {
              if (inForm) {
                onReveal?.()
              }
              reveal(domain, issue.path)
            }}
          >
            {inForm ? 'Show the field' : 'Show in the XML'}
          </Button>
        </div>
      </div>
    </li>
  )
}
