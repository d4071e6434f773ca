import { besideOthers, isNeed } from '@/lib/profile/combined'
import { addsTo, issuesTogether, type Member } from '@/lib/profile/together'
import { type Checked, issueReport } from './check-file'
import type { IssueReport, Report } from './report'

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
    const beside = besideOthers(members, place)
    const own = each.report.issues.flatMap((issue) => beside(issue) ?? [])
    return withIssues(each.report, [...added(own, members, place), ...shared])
  })
}

/**
 * The report without advice, when that is asked for. How much of it is about people who may not get into their Macs is
 * counted: whoever looks at errors alone must not take such a profile for harmless.
 */
export function withoutAdvice(report: Report): Report {
  const { more, ...rest } = report
  const errors = more?.filter(({ severity }) => severity === 'error') ?? []
  const access = report.issues.filter(
    ({ severity, aboutAccess }) => severity === 'advice' && aboutAccess === true,
  ).length
  return withIssues(
    {
      ...rest,
      ...(errors.length > 0 ? { more: errors } : {}),
      ...(access > 0 ? { adviceAboutAccess: access } : {}),
    },
    report.issues.filter(({ severity }) => severity === 'error'),
  )
}

/** Keys that another profile brings are not asked for; that a Mac needs both profiles is said instead. */
function added(issues: readonly IssueReport[], members: readonly Member[], place: number): IssueReport[] {
  const needs = issues.filter(({ rule }) => isNeed(rule))
  const main = needs.length === 0 ? undefined : addsTo(members, place)
  const kept = issues.filter(
    ({ rule, domain }) => !(isNeed(rule) && main?.domains.includes(domain ?? '') === true),
  )
  if (main === undefined || kept.length === issues.length) {
    return [...issues]
  }
  const addOn = issueReport({
    severity: 'advice',
    rule: 'add-on-profile',
    domain: null,
    path: [],
    message: `The profile names no identity provider${main.where} and adds to ${main.member.label}. A Mac needs both.`,
  })
  return [...kept, { ...addOn, other: main.member.label }]
}

function withIssues(report: Report, issues: readonly IssueReport[]): Report {
  const status = issues.length > 0 ? 'issues' : 'clean'
  return { ...report, issues, status: report.status === 'unreadable' ? 'unreadable' : status }
}
