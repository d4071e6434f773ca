import type { Issue } from '@/lib/api/issue'
import { findKey } from '@/lib/schema/keys'
import { linkOf } from '@/lib/schema/links'
import { mergeLinked } from '@/lib/schema/merge-linked'
import { nameOfPath } from '@/lib/schema/words'

type Settings = Parameters<typeof mergeLinked>[1]

/**
 * The issues with one message for one cause: what linked keys share is told at the first of them, which names the others,
 * since a reader of the report finds every place by its name.
 */
export function oneMessageEach(issues: readonly Issue[], settings: Settings): Issue[] {
  const merged = mergeLinked(issues, settings)
  if (merged.length === issues.length) {
    return merged
  }
  const kept = new Set(merged.map(placeOf))
  const others = new Map<string, string[]>()
  for (const issue of issues.filter((each) => !kept.has(placeOf(each)))) {
    const names = others.get(causeOf(issue)) ?? []
    others.set(causeOf(issue), [...names, `${nameOfPath(issue.path)} of ${issue.domain}`])
  }
  return merged.map((issue) => {
    const names = others.get(causeOf(issue))
    return names === undefined
      ? issue
      : { ...issue, message: `${issue.message} The same holds for ${names.join(' and ')}.` }
  })
}

/** The rule and the link of a key; for any other issue a cause of its own. */
function causeOf(issue: Issue): string {
  const key = issue.domain === null ? undefined : findKey(issue.domain, issue.path)
  const link = key && linkOf(key.id)
  return link ? `${issue.rule} ${link.id}` : placeOf(issue)
}

function placeOf({ rule, domain, path }: Issue): string {
  return `${rule} ${domain} ${JSON.stringify(path)}`
}
