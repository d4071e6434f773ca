import { type CheckedProfile, issuesOf } from '@/components/open-profile/check-profile'
import type { Summary } from '@/lib/api/configurations'
import { providerTitle } from '@/lib/products/context'

/**
 * What the list shows of a profile: provider, domains, how many issues. The rules are loaded when first needed; what is
 * summed up is the profile as it is when this is called.
 */
export async function summaryOf(profile: CheckedProfile): Promise<Summary> {
  const { settings } = profile
  const issues = await issuesOf(profile)
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return {
    provider: providerTitle(settings),
    domains: [...settings.keys()],
    errors,
    advice: issues.length - errors,
  }
}
