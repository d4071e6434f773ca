import { type Settings, textAt } from '../../../schema/settings'
import { CONNECT_DOMAIN } from '../context'
import { placeOf, settingOf } from '../keys'

const ROLE_CLAIM = placeOf('connect/TemporaryUserPermissions/UserPromotionRole/[]/OIDCAdminAttribute').path

/** The claims in which the menu bar app looks for promotion roles, with that purpose as a sentence. */
export function menuBarReads(settings: Settings): Readonly<Record<string, string>> {
  const roles = settingOf({ settings }, 'connect/TemporaryUserPermissions/UserPromotionRole')
  const count = roles?.type === 'array' ? roles.items.length : 0
  const promotion = Array.from({ length: count }, (_, index) =>
    claimAt(
      settings,
      ROLE_CLAIM.map((step) => (step === '[]' ? index : step)),
    ),
  )
  const general = claimAt(settings, placeOf('connect/IdPSettings/OIDCAdminAttribute').path)
  return Object.fromEntries(
    [general, ...promotion].map((claim) => [claim, 'Temporary rights: searched for promotion roles.']),
  )
}

function claimAt(settings: Settings, path: readonly (string | number)[]): string {
  return textAt(settings, CONNECT_DOMAIN, path)?.trim() ?? ''
}
