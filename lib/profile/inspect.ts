import type { PlistDict, PlistValue } from '../plist/value'
import { checkSettings } from '../schema/check'
import type { Issue } from '../schema/issue'
import { envelopeIssues } from './defects'
import { foreignPayloads, type SettingsPlace } from './shapes'

/** Every issue of a profile, of its settings and of what is around them; errors first. `today` decides what has expired. */
export function inspect(
  root: PlistValue,
  found: {
    readonly settings: ReadonlyMap<string, PlistDict>
    readonly places: readonly SettingsPlace[]
    readonly today?: Date
  },
): Issue[] {
  const { settings, places, today = new Date() } = found
  const foreignPayloadTypes = foreignPayloads(root).map(({ type }) => type)
  const issues = [...checkSettings(settings, { today, foreignPayloadTypes }), ...envelopeIssues(root, places)]
  const rank = { error: 0, advice: 1 } as const
  return issues.sort((left, right) => rank[left.severity] - rank[right.severity])
}
