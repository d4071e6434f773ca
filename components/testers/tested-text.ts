import type { TestReport } from '@/lib/api/report'

/** Which text was tested, and as whom. */
export function testedText({ configuration: { version, unsaved }, tested = [] }: TestReport): string {
  const user = tested.find(({ name }) => name === 'User name')?.value
  const text =
    version === null ? 'never saved' : `version ${version}${unsaved ? ' with unsaved changes' : ''}`
  return user === undefined ? text : `${text} · ${user}`
}
