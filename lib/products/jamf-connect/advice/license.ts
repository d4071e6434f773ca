import type { Issue } from '../../../api/issue'
import { equal } from '../../../plist/tree'
import type { PlistValue } from '../../../plist/value'
import { isTemplate } from '../../../schema/templates'
import { CONNECT_DOMAIN, LOGIN_DOMAIN } from '../context'
import { findKey } from '../keys'
import { type License, readLicense } from '../license'
import { soundValue } from './linked-keys'
import { advise, connect, login, type Place, type Rule, refuse, repair, valueIn } from './rule'

const places = [login('LicenseFile'), connect('LicenseFile')]
const DAY = 86_400_000

/** A license that cannot be read, or whose time is up or nearly so. The same license in both domains is said once. */
export const licenseDates: Rule = (subject) => {
  const [first] = places.map((place) => valueIn(subject, place))
  return places.flatMap((place, index) => {
    const value = valueIn(subject, place)
    const told = index > 0 && first !== undefined && value !== undefined && equal(first, value)
    if (
      value === undefined ||
      told ||
      !isFilled(value) ||
      (value.type === 'string' && isTemplate(value.value))
    ) {
      return []
    }
    const license = readLicense(value)
    const issue =
      license === null
        ? unreadable(place)
        : (ofAnother(license, place) ?? dated(license, place, subject.today))
    return issue === null ? [] : [issue]
  })
}

function isFilled(value: PlistValue): boolean {
  return value.type !== 'string' || value.value.trim() !== ''
}

function unreadable(place: Place): Issue {
  const message =
    'LicenseFile does not hold a license. It has to be the whole content of the .jamfconnectlicense file from Jamf Account as Base64; choose the file again.'
  return advise('license-unreadable', place, message)
}

/** A license of Jamf Protect or of version 1 has the same form and does not turn Jamf Connect on. */
function ofAnother({ product, version }: License, place: Place): Issue | null {
  const choose = 'Choose the .jamfconnectlicense file of Jamf Connect from Jamf Account.'
  if (product !== null && !/^jamf ?connect\b/i.test(product)) {
    return refuse('license-of-another', place, `LicenseFile holds a license of ${product}. ${choose}`)
  }
  return version !== null && /^[01](\D|$)/.test(version)
    ? advise('license-of-another', place, `LicenseFile holds a license of Jamf Connect ${version}. ${choose}`)
    : null
}

function dated({ expires }: License, place: Place, today: Date): Issue | null {
  if (expires === null) {
    return null
  }
  const days = Math.floor((expires.getTime() + DAY - today.getTime()) / DAY)
  const date = expires.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  if (days < 0 || today.getTime() >= expires.getTime() + DAY) {
    const message = `The license in LicenseFile expired on ${date}. Choose the new .jamfconnectlicense file from Jamf Account; without a valid license Jamf Connect stops working after a period of grace.`
    return refuse('license-expired', place, message)
  }
  const left = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
  const message = `The license in LicenseFile expires ${left}, on ${date}. Plan to replace it in this profile.`
  return days > 30 ? null : advise('license-expires-soon', place, message)
}

/** The login window and the menu bar app each read their own license. An empty one is none. */
export const licenseInOneDomain: Rule = (subject) => {
  const both = subject.settings.has(LOGIN_DOMAIN) && subject.settings.has(CONNECT_DOMAIN)
  const present = places.filter((place) => {
    const value = valueIn(subject, place)
    return value !== undefined && isFilled(value)
  })
  const [source] = present
  const absent = places.find((place) => place !== source)
  if (!both || source === undefined || present.length > 1 || absent === undefined) {
    return []
  }
  const other = absent.domain === CONNECT_DOMAIN ? 'Self Service+' : 'The login window'
  const message = `LicenseFile is configured in ${source.domain} only. ${other} looks for it in ${absent.domain} and would run as a trial; put the license into both.`
  const key = findKey(source.domain, source.path)
  const value = key === undefined ? undefined : soundValue(key, subject)
  const copy =
    value === undefined ? undefined : repair(`Add the license to ${absent.domain}`, [absent, value])
  return [advise('license-in-one-domain', absent, message, copy)]
}
