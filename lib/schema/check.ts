import { type AdviceOptions, advice } from './advice'
import type { Settings } from './context'
import type { Issue } from './issue'
import { validate } from './validate'

/** All issues of the settings: errors first, each kind in the order of the domains and of the rules. */
export function checkSettings(settings: Settings, options: AdviceOptions = {}): Issue[] {
  const advised = advice(settings, options)
  const own = validate(settings)
  const samples = placesOf('placeholder-value', advised)
  const needed = placesOf('required-key', own)
  // What is odd about the form of a value from documentation goes away with the value; that a key is needed says more
  // than that its value is empty.
  const kept = own.filter(
    (issue) =>
      !(issue.rule === 'bad-format' && samples.has(placeOf(issue))) &&
      !(issue.rule === 'empty-value' && needed.has(placeOf(issue))),
  )
  const issues = [...kept, ...advised]
  return [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'advice'),
  ]
}

function placesOf(rule: string, issues: readonly Issue[]): ReadonlySet<string> {
  return new Set(issues.filter((issue) => issue.rule === rule).map(placeOf))
}

function placeOf({ domain, path }: Issue): string {
  return [domain, ...path].join('/')
}
