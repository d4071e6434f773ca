import type { PlistDict } from '../../plist/value'
import { LOGIN_DOMAIN } from '../../products/jamf-connect/context'
import type { LoginPath } from '../../products/jamf-connect/manifests/key-ids'
import type { Settings } from '../../schema/settings'

/** The settings with one text of the login window in place of another; the originals stay as they are. */
export function withSetting(settings: Settings, key: LoginPath, text: string): Settings {
  const rest = withoutSetting(settings, key).get(LOGIN_DOMAIN)?.entries ?? []
  const dict: PlistDict = {
    type: 'dict',
    entries: [...rest, { key, value: { type: 'string', value: text } }],
  }
  return new Map([...settings, [LOGIN_DOMAIN, dict]])
}

/** The settings without one key of the login window. */
export function withoutSetting(settings: Settings, key: LoginPath): Settings {
  const entries = settings.get(LOGIN_DOMAIN)?.entries ?? []
  return new Map([
    ...settings,
    [LOGIN_DOMAIN, { type: 'dict', entries: entries.filter((each) => each.key !== key) }],
  ])
}
