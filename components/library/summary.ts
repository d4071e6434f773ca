import type { Summary } from '@/lib/library/api'
import type { PlistDict, PlistValue } from '@/lib/plist/value'
import { inspect } from '@/lib/profile/inspect'
import type { SettingsPlace } from '@/lib/profile/shapes'
import { contextOf } from '@/lib/schema/context'
import { providerOf } from '@/lib/schema/providers'

/** What the list shows of a profile: provider, domains, how many issues. */
export function summaryOf(
  root: PlistValue,
  found: { settings: ReadonlyMap<string, PlistDict>; places: readonly SettingsPlace[] },
): Summary {
  const issues = inspect(root, found)
  const { provider } = contextOf(found.settings)
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return {
    provider: provider && providerOf(provider).label,
    domains: [...found.settings.keys()],
    errors,
    advice: issues.length - errors,
  }
}
