import { type CheckedProfile, issuesOf } from '@/components/open-profile/check-profile'
import type { Summary } from '@/lib/api/configurations'
import { contextOf } from '@/lib/products/jamf-connect/context'
import { providerOf } from '@/lib/products/jamf-connect/providers/providers'

/**
 * What the list shows of a profile: provider, domains, how many issues. The rules are loaded when first needed; what is
 * summed up is the profile as it is when this is called.
 */
export async function summaryOf(profile: CheckedProfile): Promise<Summary> {
  const { settings } = profile
  const issues = await issuesOf(profile)
  const { provider } = contextOf(settings)
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return {
    provider: provider && providerOf(provider).label,
    domains: [...settings.keys()],
    errors,
    advice: issues.length - errors,
  }
}
