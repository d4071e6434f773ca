import { type FoundSettings, findIssues } from '@/components/open-profile/find-issues'
import type { Summary } from '@/lib/library/api'
import type { PlistValue } from '@/lib/plist/value'
import { contextOf } from '@/lib/schema/context'
import { providerOf } from '@/lib/schema/providers'

/** What the list shows of a profile: provider, domains, how many issues. */
export function summaryOf(root: PlistValue, found: FoundSettings): Summary {
  const issues = findIssues(root, found)
  const { provider } = contextOf(found.settings)
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return {
    provider: provider && providerOf(provider).label,
    domains: [...found.settings.keys()],
    errors,
    advice: issues.length - errors,
  }
}
