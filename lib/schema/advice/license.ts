import { CONNECT_DOMAIN, LOGIN_DOMAIN } from '../context'
import type { Issue } from '../issue'
import { type License, readLicense } from '../license'
import { isTemplate } from '../templates'
import { advise, connect, has, login, type Place, type Rule, refuse, repair, valueIn } from './rule'

const places = [login('LicenseFile'), connect('LicenseFile')]
const DAY = 86_400_000

/** A license that cannot be read, or whose time is up or nearly so. The same license in both domains is said once. */
export const licenseDates: Rule = (subject) => {
  const said = new Set<string>()
  return places.flatMap((place) => {
    const value = valueIn(subject, place)
    if (
      value === undefined ||
      (value.type === 'string' && (value.value.trim() === '' || isTemplate(value.value)))
    ) {
      return []
    }
    const license = readLicense(value)
    const issue =
      license === null
        ? unreadable(place)
        : (ofAnother(license, place) ?? dated(license, place, subject.today))
    if (issue === null || said.has(issue.message)) {
      return []
    }
    said.add(issue.message)
    return [issue]
  })
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

/** The login window and the menu bar app each read their own license. */
export const licenseInOneDomain: Rule = (subject) => {
  const [inLogin, inConnect] = places as [Place, Place]
  const both = subject.settings.has(LOGIN_DOMAIN) && subject.settings.has(CONNECT_DOMAIN)
  if (!both || has(subject, inLogin) === has(subject, inConnect)) {
    return []
  }
  const [present, absent] = has(subject, inLogin) ? [inLogin, inConnect] : [inConnect, inLogin]
  const other = absent === inConnect ? 'menu bar app' : 'login window'
  const message = `LicenseFile is configured in ${present.domain} only. The ${other} looks for it in ${absent.domain} and would run as a trial; put the license into both.`
  const copy = repair(`Add the license to ${absent.domain}`, [absent, valueIn(subject, present) ?? null])
  return [advise('license-in-one-domain', absent, message, copy)]
}
