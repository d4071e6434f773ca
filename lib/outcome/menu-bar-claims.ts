import { CONNECT_DOMAIN, type Settings, settingAt, textAt } from '../schema/context'

/** The claims in which the menu bar app looks for promotion roles, with that purpose as a sentence. */
export function menuBarReads(settings: Settings): Readonly<Record<string, string>> {
  const roles = settingAt(settings, CONNECT_DOMAIN, ['TemporaryUserPermissions', 'UserPromotionRole'])
  const count = roles?.type === 'array' ? roles.items.length : 0
  const promotion = Array.from({ length: count }, (_, index) =>
    claimAt(settings, ['TemporaryUserPermissions', 'UserPromotionRole', index, 'OIDCAdminAttribute']),
  )
  const general = claimAt(settings, ['IdPSettings', 'OIDCAdminAttribute'])
  return Object.fromEntries(
    [general, ...promotion].map((claim) => [claim, 'Temporary rights: searched for promotion roles.']),
  )
}

function claimAt(settings: Settings, path: readonly (string | number)[]): string {
  return textAt(settings, CONNECT_DOMAIN, path)?.trim() ?? ''
}
