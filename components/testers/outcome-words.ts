import type { Outcome, Verdict } from '@/lib/api/report'

/** How a check came out, in a word. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  passed: 'Passed',
  warning: 'Warning',
  failed: 'Failed',
  skipped: 'Skipped',
}

/** How a test ended, in a word. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  passed: outcomeWords.passed,
  warning: outcomeWords.warning,
  failed: outcomeWords.failed,
  cancelled: 'Cancelled',
}
