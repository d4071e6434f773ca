import type { Finding, Outcome } from '@/lib/api/report'

/** A rule that was applied to the ID token, in a word or two. */
export type TokenRule = { readonly check: string; readonly label: string; readonly outcome: Outcome }

/** Where the checks of the shown token are: that of the token endpoint, else that of the sign-in page. */
const prefixes = ['id-token.', 'front-id-token.'] as const

/**
 * The rules that were applied to the ID token, named after their checks: "id-token.issued-at" is "issued at". What was
 * skipped is left out.
 */
export function tokenRules(findings: readonly Finding[]): readonly TokenRule[] {
  const applied = findings.filter(({ outcome }) => outcome !== 'skipped')
  const prefix = prefixes.find((each) => applied.some(({ check }) => check.startsWith(each)))
  return prefix === undefined
    ? []
    : applied
        .filter(({ check }) => check.startsWith(prefix))
        .map(({ check, outcome }) => ({ check, outcome, label: labelOf(check.slice(prefix.length)) }))
}

/** Claims are written as they are in the token: "at-hash" is "at_hash". */
function labelOf(rule: string): string {
  return rule.endsWith('-hash') ? rule.replace('-', '_') : rule.replaceAll('-', ' ')
}
