import type { PlistDict } from '../../plist/value'
import type { Settings } from '../../schema/context'

/** The settings with one text of a domain in place of another; the originals stay as they are. */
export function withSetting(settings: Settings, domain: string, key: string, text: string): Settings {
  const rest = withoutSetting(settings, domain, key).get(domain)?.entries ?? []
  const dict: PlistDict = {
    type: 'dict',
    entries: [...rest, { key, value: { type: 'string', value: text } }],
  }
  return new Map([...settings, [domain, dict]])
}

/** The settings without one key of a domain. */
export function withoutSetting(settings: Settings, domain: string, key: string): Settings {
  const entries = settings.get(domain)?.entries ?? []
  return new Map([
    ...settings,
    [domain, { type: 'dict', entries: entries.filter((each) => each.key !== key) }],
  ])
}
