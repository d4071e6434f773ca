import { type AdviceOptions, advice } from './advice'
import type { Settings } from './context'
import type { Issue } from './issue'
import { validate } from './validate'

/** All issues of the settings: errors first, each kind in the order of the domains and of the rules. */
export function checkSettings(settings: Settings, options: AdviceOptions = {}): Issue[] {
  const issues = [...validate(settings), ...advice(settings, options)]
  return [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'advice'),
  ]
}
