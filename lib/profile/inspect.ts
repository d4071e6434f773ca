import type { Issue } from '../api/issue'
import type { PlistDict, PlistPath, PlistValue } from '../plist/value'
import type { XmlSource } from '../plist/xml/patch'
import { checkSettings } from '../products/check'
import { envelopeIssues } from './defects'
import { foreignPayloads, foreignSettings, type SettingsPlace } from './payloads/shapes'
import { remarkIssues } from './remarks'

/**
 * Every issue of a profile, of its settings, of what is around them, and of its text when `source` is given; errors
 * first. `today` decides what has expired.
 */
export function inspect(
  root: PlistValue,
  found: {
    readonly settings: ReadonlyMap<string, PlistDict>
    readonly places: readonly SettingsPlace[]
    readonly today?: Date
    /** Where a bare property list came from, which tells whose it is. */
    readonly fileName?: string
    /** The text of the profile, when it is one. */
    readonly source?: XmlSource | undefined
  },
): Issue[] {
  const { settings, places, fileName, today = new Date(), source } = found
  const foreignPayloadTypes = foreignPayloads(root).map(({ type }) => type)
  const foreign = foreignSettings(root)
  const around = envelopeIssues(root, places, { today, ...(fileName === undefined ? {} : { fileName }) })
  const issues = [
    ...checkSettings(settings, { today, foreignPayloadTypes, foreign }).filter(notAmong(around, places)),
    ...around,
    ...(source ? remarkIssues(source, root) : []),
  ]
  const rank = { error: 0, advice: 1 } as const
  return issues.sort((left, right) => rank[left.severity] - rank[right.severity])
}

/** Leaves out what is said of a key that belongs to the payload around the settings: that is said once, with the place. */
function notAmong(around: readonly Issue[], places: readonly SettingsPlace[]): (issue: Issue) => boolean {
  const said = new Set(around.flatMap(keySaid).map((path) => JSON.stringify(path)))
  return ({ domain, path }) =>
    said.size === 0 ||
    !places.some((place) => place.domain === domain && said.has(JSON.stringify([...place.path, ...path])))
}

/** The key of the payload that an issue explains: the one that it is about, or the content that its type is wrong for. */
function keySaid({ rule, path }: Issue): PlistPath[] {
  if (rule === 'misspelt-profile-key' || rule === 'wrapped-settings') {
    return [path]
  }
  return rule === 'misspelt-payload-type' ? [[...path.slice(0, -1), 'PayloadContent']] : []
}
