import type { Issue } from '@/lib/api/issue'
import { groupLinked } from '@/lib/products/linked-issues'
import { mergedIssue } from '@/lib/schema/merge-linked'
import { nameOfPath } from '@/lib/schema/words'

/**
 * The issues with one message for one cause: what linked keys share is told at the first of them, which names the others,
 * since a reader of the report finds every place by its name.
 */
export function oneMessageEach(
  issues: readonly Issue[],
  settings: Parameters<typeof groupLinked>[1],
): Issue[] {
  return groupLinked(issues, settings).map((group) => {
    const [, ...others] = group
    const issue = mergedIssue(group)
    const names = others.map(({ path, domain }) => `${nameOfPath(path)} of ${domain}`)
    return names.length === 0
      ? issue
      : { ...issue, message: `${issue.message} The same holds for ${names.join(' and ')}.` }
  })
}
