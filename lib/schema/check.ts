import { type AdviceOptions, advice } from './advice'
import type { Settings } from './context'
import type { Issue } from './issue'
import { validate } from './validate'

/** All issues of the settings: errors first, each kind in the order of the domains and of the rules. */
export function checkSettings(settings: Settings, options: AdviceOptions = {}): Issue[] {
  const advised = advice(settings, options)
  const issues = [...validate(settings).filter((issue) => !isSampleToo(issue, advised)), ...advised]
  return [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'advice'),
  ]
}

/** What is odd about the form of a value from documentation goes away with the value. */
function isSampleToo({ rule, domain, path }: Issue, advised: readonly Issue[]): boolean {
  const place = path.join('/')
  return (
    rule === 'bad-format' &&
    advised.some(
      (other) =>
        other.rule === 'placeholder-value' && other.domain === domain && other.path.join('/') === place,
    )
  )
}
