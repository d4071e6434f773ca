import type { TestReport } from '@/lib/api/report'

/** The name under which the tested person stands among what was tested. */
export const USER = 'User name'

/** As whom was tested; undefined for a test without a person. */
export const userOf = ({ tested = [] }: Pick<TestReport, 'tested'>): string | undefined =>
  tested.find(({ name }) => name === USER)?.value

/** Which text was tested, and as whom. */
export function testedText(report: TestReport): string {
  const { version, unsaved } = report.configuration
  const user = userOf(report)
  const text =
    version === null ? 'never saved' : `version ${version}${unsaved ? ' with unsaved changes' : ''}`
  return user === undefined ? text : `${text} · ${user}`
}
