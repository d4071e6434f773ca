import type { FoundSettings } from '@/components/open-profile/find-issues'
import { loadFindIssues } from '@/components/open-profile/issue-store'
import type { Summary } from '@/lib/library/api'
import type { PlistValue } from '@/lib/plist/value'
import { contextOf } from '@/lib/schema/context'
import { providerOf } from '@/lib/schema/providers'

/**
 * What the list shows of a profile: provider, domains, how many issues. The rules are loaded when first needed; what is
 * summed up is the profile as it is when this is called.
 */
export async function summaryOf(
  root: PlistValue,
  { settings, places, snapshot }: FoundSettings,
): Promise<Summary> {
  const { findIssues } = await loadFindIssues()
  const issues = findIssues(root, { settings, places, snapshot })
  const { provider } = contextOf(settings)
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return {
    provider: provider && providerOf(provider).label,
    domains: [...settings.keys()],
    errors,
    advice: issues.length - errors,
  }
}
