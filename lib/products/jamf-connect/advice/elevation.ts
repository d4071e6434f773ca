import { advise, connect, has, type Rule, switchOf, valueIn } from './rule'

const promotion = connect('TemporaryUserPermissions', 'TemporaryUserPromotion')
const duration = connect('TemporaryUserPermissions', 'UserPromotionDuration')
const roles = connect('TemporaryUserPermissions', 'UserPromotionRole')

/**
 * Elevation that is on and gives nobody rights: a duration of 0 means none, but for users of a role with its own.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Temporary_User_Permission_Settings
 */
export const elevationOfNoDuration: Rule = (subject) => {
  const value = valueIn(subject, duration)
  const none = value?.type === 'integer' && value.value === 0n
  if (!none || switchOf(subject, promotion) !== true) {
    return []
  }
  const end = has(subject, roles)
    ? 'only users of a role in UserPromotionRole with a duration of its own are elevated.'
    : 'nobody is elevated. Give a duration in minutes, or turn TemporaryUserPromotion off.'
  const message = `TemporaryUserPromotion is on, and UserPromotionDuration is 0, which means no elevation: ${end}`
  return [advise('elevation-of-no-duration', duration, message)]
}
