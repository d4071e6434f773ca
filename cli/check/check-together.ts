import { settledBeside } from '@/lib/profile/combined'
import { issuesTogether, type Member, mainProfileOf } from '@/lib/profile/together'
import { type Checked, issueReport } from './check-file'
import type { IssueReport, Report } from './report'

/** Rules about keys that a profile needs, which another profile may bring. */
const NEEDED = ['required-key', 'recommended-key']

/** More profiles than a Mac has; each of them is compared with each other one. */
export const MOST_TOGETHER = 500

/**
 * The reports of files that were checked together: what their profiles do to each other is told at the later one, and a
 * profile that only adds settings to another one is not asked for the identity provider that the other one names. Of more
 * than MOST_TOGETHER profiles, the first are compared.
 */
export function reportsTogether(checked: readonly Checked[]): Report[] {
  const members: Member[] = []
  const places = new Map<Checked, number>()
  for (const each of checked) {
    if (each.member !== undefined && members.length < MOST_TOGETHER) {
      places.set(each, members.push(each.member) - 1)
    }
  }
  const found = issuesTogether(members)
  return checked.map((each) => {
    const place = places.get(each)
    if (place === undefined) {
      return each.report
    }
    const shared = found
      .filter(({ member }) => member === place)
      .map((issue) => ({ ...issueReport(issue), other: members[issue.other]?.label ?? '' }))
    const settled = settledBeside(members, place)
    const own = each.report.issues.filter((issue) => !settled(issue))
    return withIssues(each.report, [...addedTo(own, mainProfileOf(members, place)), ...shared])
  })
}

/** The report without advice, when that is asked for. */
export function withoutAdvice(report: Report): Report {
  const { more, ...rest } = report
  const errors = more?.filter(({ severity }) => severity === 'error') ?? []
  return withIssues(
    errors.length > 0 ? { ...rest, more: errors } : rest,
    report.issues.filter(({ severity }) => severity === 'error'),
  )
}

function addedTo(issues: readonly IssueReport[], main: Member | undefined): readonly IssueReport[] {
  const kept = issues.filter(({ rule }) => !NEEDED.includes(rule))
  if (main === undefined || kept.length === issues.length) {
    return issues
  }
  const addOn = issueReport({
    severity: 'advice',
    rule: 'add-on-profile',
    domain: null,
    path: [],
    message: `The profile names no identity provider and adds to ${main.label}. A Mac needs both.`,
  })
  return [...kept, { ...addOn, other: main.label }]
}

function withIssues(report: Report, issues: readonly IssueReport[]): Report {
  const status = issues.length > 0 ? 'issues' : 'clean'
  return { ...report, issues, status: report.status === 'unreadable' ? 'unreadable' : status }
}
