import { placeOf, textOf } from '../../products/jamf-connect/keys'
import { textsAt } from '../../schema/read'
import { type Settings, settingAt, textAt } from '../../schema/settings'
import { type CheckName, type CheckResult, failed, passed, warning } from '../run-checks'
import type { OktaFactor } from './answer'
import { isKeyless, keyNameOf, labelOf, wayOf } from './factors'
import type { OktaApp } from './target'

/** The check of a factor list against the keys that change it. */
export const factorListCheck: CheckName = {
  id: 'okta.factor-list',
  title: 'Jamf Connect has a factor to offer',
  failedTitle: 'Jamf Connect has no factor to offer',
  warningTitle: 'The factors that Jamf Connect offers have a remark',
  reference: {
    label: 'Jamf: Multifactor Authentication',
    url: 'https://docs.jamf.com/jamf-connect/2.8.0/documentation/Multifactor_Authentication.html',
  },
}

const places = {
  login: {
    excluded: placeOf('login/MFAExcluded'),
    rename: placeOf('login/MFARename'),
    message: 'login/MessageOTPEntry',
  },
  connect: {
    excluded: placeOf('connect/SignIn/MFAExcluded'),
    rename: placeOf('connect/SignIn/MFARename'),
    message: 'connect/SignIn/OneTimePasswordMessage',
  },
} as const

/** What Jamf Connect makes of the factors that Okta lists, with MFAExcluded, MFARename and the text for codes. */
export function judgeFactors(factors: readonly OktaFactor[], settings: Settings, app: OktaApp): CheckResult {
  const place = places[app]
  const excluded = textsAt(settings, place.excluded)
  const names = factors.map((factor) => ({ factor, name: keyNameOf(factor) }))
  const left = names.filter(({ name }) => name === null || !excluded.includes(name))
  const received = names.map(({ factor, name }) => inWords(factor, name, settings, app)).join('; ')
  if (factors.length === 0) {
    return failed({
      received: 'No factor',
      means: 'Okta asks for a second factor, and the user has none.',
      change: 'Check the factors of the user and the enrollment policy in Okta.',
    })
  }
  if (left.length === 0) {
    return failed({
      received,
      means: `MFAExcluded hides every factor of this user. Jamf documents the key, not the names it takes: ${excluded.join(', ')} is read as for MFARename.`,
      change: 'Take a factor out of MFAExcluded.',
      remedy: {
        ...place.excluded,
        repair: { title: 'Remove MFAExcluded', edits: [{ ...place.excluded, value: null }] },
      },
      certainty: 'inferred',
    })
  }
  if (left.every(({ factor }) => isKeyless(factor))) {
    return warning({
      received,
      means:
        'Jamf names no setting for what is left, so the login window may not offer it. Hardware keys do not work there by its documentation; a YubiKey does as a one-time password.',
      change: 'Let the user enroll another factor in Okta, a push notification for example.',
      certainty: 'inferred',
    })
  }
  const means = adviceOn(
    left.map(({ factor }) => factor),
    settings,
    app,
  )
  return passed({ received, ...(means === '' ? {} : { means }) })
}

/** "Push notification (Okta Verify), called “Approve on your phone”", "Text message, hidden". */
function inWords(factor: OktaFactor, name: string | null, settings: Settings, app: OktaApp): string {
  const { excluded, rename } = places[app]
  const own = name === null ? undefined : textAt(settings, rename.domain, [...rename.path, name])
  const called = own ? `, called “${own}”` : ''
  const hidden = name !== null && textsAt(settings, excluded).includes(name) ? ', hidden by MFAExcluded' : ''
  return `${labelOf(factor)}${called}${hidden}`
}

function adviceOn(factors: readonly OktaFactor[], settings: Settings, app: OktaApp): string {
  const { rename, message } = places[app]
  const names = factors.map(keyNameOf)
  const twice = names.includes('push') && names.includes('okta:token:software:totp')
  const renamed = settingAt(settings, rename.domain, rename.path) !== undefined
  const advice = [
    ...(twice && !renamed
      ? ['Okta Verify is in the list twice, as a push and as a code; MFARename tells users which is which.']
      : []),
    ...(factors.some((factor) => /-code$/.test(wayOf(factor))) && textOf({ settings }, message) === ''
      ? [`${message.split('/').at(-1)} can tell users which code to enter; it is not configured.`]
      : []),
  ]
  return advice.join(' ')
}
