import { type CheckedProfile, issuesOf } from '@/components/open-profile/check-profile'
import type { Summary } from '@/lib/api/configurations'
import { countIssues } from '@/lib/api/issue'
import { child } from '@/lib/plist/tree'
import { providerTitle } from '@/lib/products/context'

/**
 * What the list shows of a profile: provider, domains, how many issues. The rules are loaded when first needed; what is
 * summed up is the profile as it is when this is called.
 */
export async function summaryOf(profile: CheckedProfile): Promise<Summary> {
  const { root, settings } = profile
  const counts = countIssues(await issuesOf(profile))
  const identifier = child(root, 'PayloadIdentifier')
  return {
    provider: providerTitle(settings),
    domains: [...settings.keys()],
    ...counts,
    identifier: identifier?.type === 'string' ? identifier.value.slice(0, 1000) : '',
  }
}
